import type { Bill } from './bill.ts';
import { Decimal, plain } from './decimal.ts';
import { totalAsked } from './exchange.ts';
import { type Gap, gap } from './gap.ts';
import type { Offer } from './offer.ts';
import { tryPriceUsage } from './price-usage.ts';
import { type EngineProblem, isOfTheOffer, RatecardError } from './problem.ts';
import type { BillOptions } from './read-options.ts';
import type { UsageGroup } from './usage.ts';

export interface ComparedRow {
  /** 1 is the cheapest; equal totals share a rank. */
  readonly rank: number;
  readonly offer: string;
  readonly total: string;
  readonly currency: string;
  /** How many times the cheapest total above zero, to four places; null for a total of zero. */
  readonly ratio: string | null;
  readonly bill: Bill;
}

export interface UnpricedOffer {
  readonly offer: string;
  readonly gaps: readonly Gap[];
  /** What kept the offer from being priced at all, such as no rates at the date. */
  readonly problems: readonly EngineProblem[];
}

export interface Comparison {
  readonly rows: readonly ComparedRow[];
  /** Offers with gaps: never ranked, whatever their priced part comes to. */
  readonly unpriced: readonly UnpricedOffer[];
}

/**
 * Prices the same usage on many offers, the cheapest first. Totals are ranked in one currency: the one asked for,
 * else the one that most offers charge in; an offer in another needs an exchange rate to be ranked.
 */
export function compare(offers: readonly Offer[], groups: readonly UsageGroup[], asked: BillOptions): Comparison {
  const currency = asked.currency ?? mostCommon(offers.map((offer) => offer.currency));
  const options = currency === undefined ? asked : { ...asked, currency };
  const priced: { bill: Bill; total: Decimal; currency: string }[] = [];
  const unpriced: UnpricedOffer[] = [];
  for (const offer of offers) {
    const result = tryPriceUsage(offer, groups, options);
    if ('problems' in result) {
      if (!result.problems.every(isOfTheOffer)) throw new RatecardError(result.problems);
      unpriced.push({ offer: offer.id, gaps: [], problems: result.problems });
      continue;
    }
    const { bill } = result;
    const total = totalAsked(bill);
    if (total === null)
      unpriced.push({ offer: offer.id, gaps: [...bill.gaps, ...exchangeGap(bill, currency)], problems: [] });
    else priced.push({ bill, total: new Decimal(total), currency: bill.converted?.to ?? bill.currency });
  }
  priced.sort((a, b) => a.total.cmp(b.total) || (a.bill.offer < b.bill.offer ? -1 : 1));
  const cheapest = priced.find(({ total }) => !total.isZero())?.total;
  const rows = priced.map(({ bill, total, currency }) => ({
    rank: priced.findIndex((other) => other.total.eq(total)) + 1,
    offer: bill.offer,
    total: plain(total),
    currency,
    ratio: !cheapest || total.isZero() ? null : plain(total.div(cheapest).toDecimalPlaces(4)),
    bill,
  }));
  return { rows, unpriced };
}

/** What keeps a bill in another currency from being ranked: the exchange rate that was not given. */
function exchangeGap(bill: Bill, to: string | undefined): Gap[] {
  if (bill.converted !== null || to === undefined) return [];
  return [gap('total', '1', 'no_exchange_rate', { from: bill.currency, to })];
}

/** The value that occurs most often; of several the first in the alphabet. */
function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
