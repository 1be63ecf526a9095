import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { findOffer, findProvider, isNotFound } from '../../catalog/find.ts';
import { nearestFew } from '../../catalog/nearest.ts';
import type { UsageRecord } from '../../usage-records/index.ts';

/** The offer that a record was served by, or why it is not known. */
export type Matched =
  | { readonly kind: 'offer'; readonly offer: CatalogOffer; readonly presumed: boolean }
  | {
      readonly kind: 'unmatched';
      readonly provider: string | null;
      readonly model: string | null;
      readonly nearest: readonly string[];
    };

/** How records are given offers. */
export interface MatchOptions {
  /** The offer to price everything on. */
  readonly as?: CatalogOffer;
  /** Who sells, where the command line says so. */
  readonly provider?: string;
  /** Offers by the names that records use, alone or as `provider:model`. */
  readonly names: ReadonlyMap<string, CatalogOffer>;
}

/** Finds the offers of records, each combination of provider and model once. */
export function offerMatcher(
  catalog: Catalog,
  { as, provider, names }: MatchOptions,
): (record: Pick<UsageRecord, 'provider' | 'model' | 'presumed'>) => Matched {
  const known = new Map<string, Matched>();
  if (as) {
    const all: Matched = { kind: 'offer', offer: as, presumed: false };
    return () => all;
  }
  let last: { readonly seller: string | null; readonly model: string | null; readonly found: Matched } | null = null;
  return (record) => {
    const seller = provider ?? record.provider;
    if (last && last.model === record.model && last.seller === seller) return last.found;
    const key = `${seller} ${record.model}`;
    let found = known.get(key);
    if (!found) {
      found = match(catalog, names, seller, record.model, provider === undefined && record.presumed);
      known.set(key, found);
    }
    last = { seller, model: record.model, found };
    return found;
  };
}

function match(
  catalog: Catalog,
  names: ReadonlyMap<string, CatalogOffer>,
  provider: string | null,
  model: string | null,
  presumed: boolean,
): Matched {
  if (model === null) return { kind: 'unmatched', provider, model, nearest: [] };
  const named = names.get(`${provider}:${model}`) ?? names.get(model);
  if (named) return { kind: 'offer', offer: named, presumed: false };
  const seller = provider === null ? null : findProvider(catalog, provider);
  if (seller && !isNotFound(seller)) {
    const found = findOffer(catalog, `${seller.id}:${model}`);
    if (!isNotFound(found)) return { kind: 'offer', offer: found, presumed };
    const own = [...catalog.offers.values()].filter((offer) => offer.provider === seller.id);
    const ids = own.map((offer) => offer.id);
    if (!presumed) return { kind: 'unmatched', provider, model, nearest: nearestFew(model, ids) };
  }
  if (provider === null || presumed) {
    const found = findOffer(catalog, model);
    if (!isNotFound(found)) return { kind: 'offer', offer: found, presumed: true };
    const nearest = found.kind === 'ambiguous' ? found.candidates : found.nearest;
    return { kind: 'unmatched', provider, model, nearest };
  }
  return { kind: 'unmatched', provider, model, nearest: nearestFew(model, catalog.offers.keys()) };
}
