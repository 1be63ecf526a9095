import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { type CardMoment, cardMoments } from '../../catalog/changes/card-moments.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { type RateRow, rateRows } from '../../catalog/words/rate-rows.ts';
import type { Meters } from '../../engine/meter.ts';
import type { Period } from '../../engine/rate-card.ts';

/** A moment of an offer's rate card, told as its rows of rates and rules are. */
export interface CardChange extends Pick<CardMoment, 'at' | 'kind'> {
  readonly offer: CatalogOffer;
  /** What is different, a line for each rate or rule. */
  readonly lines: readonly string[];
  /** Whether it is announced and still to come. */
  readonly isAhead: boolean;
}

/** How a line tells that a rate or rule moved, came or went. */
interface Speech {
  readonly moved: (was: string, rate: string) => string;
  readonly came: (rate: string) => string;
  readonly went: (rate: string) => string;
}

const PAST: Speech = {
  moved: (was, rate) => `${was} until then, ${rate} since`,
  came: (rate) => `now ${rate}, not charged by that name before`,
  went: (rate) => `${rate} until then, no longer on the card`,
};

const aheadOn = (day: string): Speech => ({
  moved: (was, rate) => `${was} before, ${rate} from ${day}`,
  came: (rate) => `${rate} from ${day}, not charged by that name before`,
  went: (rate) => `${rate} before, no longer on the card from ${day}`,
});

/** Every change of every offer, the latest first; those after `asOf` are told as what is to come. */
export function cardChanges(catalog: Catalog, asOf: string): CardChange[] {
  const all = [...catalog.offers.values()].flatMap((offer) => offerCardChanges(offer, catalog.meters, asOf));
  return all
    .map((change) => ({ change, ms: Date.parse(change.at) }))
    .sort((a, b) => b.ms - a.ms || (a.change.offer.id < b.change.offer.id ? -1 : 1))
    .map(({ change }) => change);
}

/** The changes of one offer, the earliest first. A card whose rows read as those before is none. */
export function offerCardChanges(offer: CatalogOffer, meters: Meters, asOf: string): CardChange[] {
  const rows = (period: Period | null): RateRow[] => (period ? rateRows(offer, period, meters) : []);
  return cardMoments(offer).flatMap(({ at, kind, before, after }): CardChange[] => {
    const isBetween = kind === 'changed';
    const isAhead = Date.parse(at) > Date.parse(asOf);
    const speech = isAhead ? aheadOn(dateWords(at)) : PAST;
    const lines = isBetween ? differences(rows(before), rows(after), speech) : cardLines(rows(after ?? before));
    return isBetween && lines.length === 0 ? [] : [{ offer, at, kind, lines, isAhead }];
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

function differences(before: readonly RateRow[], after: readonly RateRow[], speech: Speech): string[] {
  const old = named(before);
  const now = named(after);
  return [
    ...[...now].flatMap(([name, rate]) => {
      const was = old.get(name);
      if (was === undefined) return [`${name}: ${speech.came(rate)}`];
      return was === rate ? [] : [`${name}: ${speech.moved(was, rate)}`];
    }),
    ...[...old].flatMap(([name, rate]) => (now.has(name) ? [] : [`${name}: ${speech.went(rate)}`])),
  ];
}
