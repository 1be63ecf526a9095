import type { Bill } from './bill.ts';
import { byTotal } from './by-total.ts';
import { Decimal } from './decimal.ts';
import { totalAsked } from './exchange.ts';
import { type Gap, gap } from './gap.ts';
import type { Offer } from './offer.ts';
import { tryPriceUsage } from './price-usage.ts';
import { type EngineProblem, isOfTheOffer, RatecardError } from './problem.ts';
import type { BillOptions } from './read-options.ts';
import type { UsageGroup } from './usage.ts';
import { usualCurrency } from './usual-currency.ts';

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
  const currency = asked.currency ?? usualCurrency(offers);
  const options = currency === undefined ? asked : { ...asked, currency };
  const priced: { id: string; total: Decimal; bill: Bill }[] = [];
  const unpriced: UnpricedOffer[] = [];
  for (const offer of offers) {
    const { id } = offer;
    const result = tryPriceUsage(offer, groups, options);
    if ('problems' in result) {
      const { problems } = result;
      if (!problems.every(isOfTheOffer)) throw new RatecardError(problems);
      unpriced.push({ offer: id, gaps: [], problems });
      continue;
    }
    const { bill } = result;
    const total = totalAsked(bill);
    if (total === null)
      unpriced.push({ offer: id, gaps: [...bill.gaps, ...exchangeGap(bill, currency)], problems: [] });
    else priced.push({ id, total: new Decimal(total), bill });
  }
  const rows = byTotal(priced).map(({ one: { id, bill }, rank, total, ratio }) => {
    return { rank, offer: id, total, currency: bill.converted?.to ?? bill.currency, ratio, bill };
  });
  return { rows, unpriced };
}

/** What keeps a bill in another currency from being ranked: the exchange rate that was not given. */
function exchangeGap(bill: Bill, to: string | undefined): Gap[] {
  return bill.converted !== null || to === undefined
    ? []
    : [gap('total', '1', 'no_exchange_rate', { from: bill.currency, to })];
}
