import { Decimal, isDecimalString, ONE, plain, ZERO } from '../engine/decimal.ts';
import { totalAsked } from '../engine/exchange.ts';
import { parseInstant } from '../engine/instant.ts';
import type { Offer } from '../engine/offer.ts';
import { periodAt } from '../engine/period-at.ts';
import { tryPriceUsage } from '../engine/price-usage.ts';
import { RatecardError } from '../engine/problem.ts';
import type { BillOptions } from '../engine/read-options.ts';
import type { Usage } from '../engine/usage.ts';
import { fallsOf } from './falls.ts';
import { type CostOf, type MostWithin, mostWithin, proportional, UNITS_CAP } from './most-within.ts';
import { WorkloadError } from './problem.ts';

/**
 * The most equal requests that a budget buys on an offer. At 0.35 and 0.55 for a million, a request of 1,000 in and
 * 200 out costs 0.00046, so that 1 buys 2,173 of them for 0.99958.
 */
export function mostRequests(offer: Offer, usage: Usage, budget: string, options: BillOptions): MostWithin {
  if (!isDecimalString(budget)) {
    throw new WorkloadError([{ code: 'malformed_budget', args: { value: JSON.stringify(budget) }, path: 'budget' }]);
  }
  const money = new Decimal(budget);
  const costOn =
    (on: Offer): CostOf =>
    (requests) => {
      const result = tryPriceUsage(on, [{ usage, requests: plain(requests) }], options);
      if ('problems' in result) throw new RatecardError(result.problems);
      const amount = totalAsked(result.bill);
      return amount === null ? null : new Decimal(amount);
    };
  const { funding: _, ...unfunded } = offer;
  const counted = (requests: Decimal, meter: string): Decimal => {
    const stated = usage[meter] ?? (meter === 'messages' || meter === 'requests' ? 1 : undefined);
    return stated === undefined ? ZERO : new Decimal(stated).times(requests);
  };
  const period = offer.periods[periodAt(offer.periods, parseInstant(options.at)?.ms ?? Number.NaN)];
  const falls = fallsOf({ offer, period, counted, unfunded: costOn(unfunded), budget: money });
  const cost = costOn(offer);
  return mostWithin(cost, money, UNITS_CAP, falls, proportional(cost, ONE, money));
}
