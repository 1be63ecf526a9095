import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { type CardMoment, cardMoments } from '../../catalog/changes/card-moments.ts';
import { type RateRow, rateRows } from '../../catalog/words/rate-rows.ts';
import type { Meters } from '../../engine/meter.ts';
import type { Period } from '../../engine/rate-card.ts';

/** A moment of an offer's rate card, told as its rows of rates and rules are. */
export interface CardChange extends Pick<CardMoment, 'at' | 'kind'> {
  readonly offer: CatalogOffer;
  /** What is different, a line for each rate or rule. */
  readonly lines: readonly string[];
}

/** Every change of every offer, the latest first. */
export function cardChanges(catalog: Catalog): CardChange[] {
  const all = [...catalog.offers.values()].flatMap((offer) => offerCardChanges(offer, catalog.meters));
  return all
    .map((change) => ({ change, ms: Date.parse(change.at) }))
    .sort((a, b) => b.ms - a.ms || (a.change.offer.id < b.change.offer.id ? -1 : 1))
    .map(({ change }) => change);
}

/** The changes of one offer, the earliest first. A card whose rows read as those before is none. */
export function offerCardChanges(offer: CatalogOffer, meters: Meters): CardChange[] {
  const rows = (period: Period | null): RateRow[] => (period ? rateRows(offer, period, meters) : []);
  return cardMoments(offer).flatMap(({ at, kind, before, after }): CardChange[] => {
    const isBetween = kind === 'changed';
    const lines = isBetween ? differences(rows(before), rows(after)) : cardLines(rows(after ?? before));
    return isBetween && lines.length === 0 ? [] : [{ offer, at, kind, lines }];
  });
}

function cardLines(rows: readonly RateRow[]): string[] {
  return rows.map((row) => `${nameOf(row)}: ${row.rate}`);
}

function nameOf({ type, spec }: RateRow): string {
  return [type, spec].filter(Boolean).join(', ');
}

/** Rates and rules by name, a step of a tier by that of its rate; those of one name are told apart by their order. */
function named(rows: readonly RateRow[]): Map<string, string> {
  const rates = new Map<string, string>();
  let owner = '';
  for (const row of rows) {
    if (row.kind !== 'tier') owner = nameOf(row);
    const name = row.kind === 'tier' ? `${owner}, ${nameOf(row)}` : owner;
    let key = name;
    for (let count = 2; rates.has(key); count += 1) key = `${name} (${count})`;
    rates.set(key, row.rate);
  }
  return rates;
}

function differences(before: readonly RateRow[], after: readonly RateRow[]): string[] {
  const old = named(before);
  const now = named(after);
  return [
    ...[...now].flatMap(([name, rate]) => {
      const was = old.get(name);
      if (was === undefined) return [`${name}: now ${rate}, not charged by that name before`];
      return was === rate ? [] : [`${name}: ${was} until then, ${rate} since`];
    }),
    ...[...old].flatMap(([name, rate]) =>
      now.has(name) ? [] : [`${name}: ${rate} until then, no longer on the card`],
    ),
  ];
}
