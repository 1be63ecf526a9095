import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { type RateRow, rateRows } from '../../catalog/words/rate-rows.ts';
import type { Meters } from '../../engine/meter.ts';
import type { Period } from '../../engine/rate-card.ts';

/** A day on which an offer's rate card became another one, began or ended, as its dated periods tell. */
export interface PriceChange {
  readonly offer: CatalogOffer;
  /** When: the date or instant that the data gives. */
  readonly at: string;
  readonly kind: 'changed' | 'begun' | 'ended';
  /** What is different, a line for each rate or rule. */
  readonly lines: readonly string[];
}

/** Every change of every offer, the latest first. */
export function priceChanges(catalog: Catalog): PriceChange[] {
  const all = [...catalog.offers.values()].flatMap((offer) => offerChanges(offer, catalog.meters));
  return all
    .map((change) => ({ change, ms: Date.parse(change.at) }))
    .sort((a, b) => b.ms - a.ms || (a.change.offer.id < b.change.offer.id ? -1 : 1))
    .map(({ change }) => change);
}

/** The changes of one offer, the earliest first. An open side of a period is no change: nothing is known of it. */
export function offerChanges(offer: CatalogOffer, meters: Meters): PriceChange[] {
  const periods = offer.periods.toSorted((a, b) => startOf(a) - startOf(b));
  return periods.flatMap((period, index): PriceChange[] => {
    const before = periods[index - 1];
    const after = periods[index + 1];
    const joined = before !== undefined && sameMoment(before.until, period.from);
    const rows = (of: Period) => rateRows(offer, of, meters);
    const start =
      period.from === null
        ? []
        : joined
          ? changed(offer, period.from, differences(rows(before), rows(period)))
          : [{ offer, at: period.from, kind: 'begun' as const, lines: cardLines(rows(period)) }];
    const ends = period.until !== null && !(after && sameMoment(period.until, after.from));
    return ends && period.until !== null
      ? [...start, { offer, at: period.until, kind: 'ended', lines: cardLines(rows(period)) }]
      : start;
  });
}

function changed(offer: CatalogOffer, at: string, lines: readonly string[]): PriceChange[] {
  return lines.length > 0 ? [{ offer, at, kind: 'changed', lines }] : [];
}

function startOf({ from }: Period): number {
  return from === null ? Number.NEGATIVE_INFINITY : Date.parse(from);
}

function sameMoment(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Date.parse(a) === Date.parse(b);
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
