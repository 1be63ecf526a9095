import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import type { DifferenceKind } from '../../catalog/differences/difference.ts';
import { disputeDifferences } from '../../catalog/differences/dispute-differences.ts';
import type { FieldDifferences } from '../../catalog/differences/field-differences.ts';

/** An offer whose sources give different prices for it. */
export interface DisputedOffer {
  readonly offer: CatalogOffer;
  readonly fields: readonly FieldDifferences[];
  /** What the source is called whose prices bills use. */
  readonly used: string;
}

/** Every offer of the catalog whose sources differ at a date, in the order of ids. */
export function disputedOffers(catalog: Catalog, at: string): DisputedOffer[] {
  return [...catalog.offers.values()].flatMap((offer): DisputedOffer[] => {
    const fields = disputeDifferences(offer, catalog, at);
    const source = offer.trust.disputes[0]?.opinions[0]?.source ?? '';
    return fields.length > 0 ? [{ offer, fields, used: offer.sources[source]?.title ?? source }] : [];
  });
}

/** How many prices each kind of difference explains, the most frequent first; what nothing explains is last. */
export function countByKind(disputed: readonly DisputedOffer[]): [DifferenceKind, number][] {
  const counts = new Map<DifferenceKind, number>();
  for (const { why } of disputed.flatMap(({ fields }) => fields)) {
    const kinds = why.length > 0 ? new Set(why.map(({ kind }) => kind)) : (['unexplained'] as const);
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const last = ([kind]: [DifferenceKind, number]): number => Number(kind === 'unexplained');
  return [...counts].sort((a, b) => last(a) - last(b) || b[1] - a[1]);
}
