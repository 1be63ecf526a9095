import type { Bill } from './bill.ts';
import { Decimal, plain } from './decimal.ts';
import type { Gap } from './gap.ts';
import type { Offer } from './offer.ts';
import { tryPriceUsage } from './price-usage.ts';
import { type EngineProblem, RatecardError } from './problem.ts';
import type { BillOptions } from './read-options.ts';
import type { UsageGroup } from './usage.ts';

export interface ComparedRow {
  /** 1 is the cheapest; equal totals share a rank. */
  readonly rank: number;
  readonly offer: string;
  readonly total: string;
  readonly currency: string;
  /** How many times the cheapest total, to four places; null when the cheapest costs nothing. */
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

/** Problems that lie with an offer; all others lie with the question and are thrown. */
const OF_THE_OFFER: ReadonlySet<EngineProblem['code']> = new Set(['no_period', 'no_payment_method', 'card_conflict']);

/** Prices the same usage on many offers, the cheapest first. */
export function compare(offers: readonly Offer[], groups: readonly UsageGroup[], options: BillOptions): Comparison {
  const priced: { bill: Bill; total: Decimal; currency: string }[] = [];
  const unpriced: UnpricedOffer[] = [];
  for (const offer of offers) {
    const result = tryPriceUsage(offer, groups, options);
    if ('problems' in result) {
      if (!result.problems.every(({ code }) => OF_THE_OFFER.has(code))) throw new RatecardError(result.problems);
      unpriced.push({ offer: offer.id, gaps: [], problems: result.problems });
      continue;
    }
    const { bill } = result;
    const total = bill.converted ? bill.converted.total : bill.total;
    if (total === null) unpriced.push({ offer: offer.id, gaps: bill.gaps, problems: [] });
    else priced.push({ bill, total: new Decimal(total), currency: bill.converted?.to ?? bill.currency });
  }
  priced.sort((a, b) => a.total.cmp(b.total) || (a.bill.offer < b.bill.offer ? -1 : 1));
  const cheapest = priced[0]?.total;
  const rows = priced.map(({ bill, total, currency }) => ({
    rank: priced.findIndex((other) => other.total.eq(total)) + 1,
    offer: bill.offer,
    total: plain(total),
    currency,
    ratio: !cheapest || cheapest.isZero() ? null : plain(total.div(cheapest).toDecimalPlaces(4)),
    bill,
  }));
  return { rows, unpriced };
}
