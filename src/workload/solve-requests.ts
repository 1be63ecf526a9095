import type { Bill } from '../engine/bill.ts';
import { Decimal, isDecimalString, ONE, plain } from '../engine/decimal.ts';
import { totalAsked } from '../engine/exchange.ts';
import type { Offer } from '../engine/offer.ts';
import { tryPriceUsage } from '../engine/price-usage.ts';
import { RatecardError } from '../engine/problem.ts';
import type { BillOptions } from '../engine/read-options.ts';
import type { Usage } from '../engine/usage.ts';
import { turningOf } from './falls.ts';
import { type CostOf, type MostWithin, mostWithin, proportional, UNITS_CAP } from './most-within.ts';
import { WorkloadError } from './problem.ts';
import { remembered } from './remembered.ts';

/**
 * The most equal requests that a budget buys on an offer. At 0.35 and 0.55 for a million, a request of 1,000 in and
 * 200 out costs 0.00046, so that 1 buys 2,173 of them for 0.99958.
 */
export function mostRequests(offer: Offer, usage: Usage, budget: string, options: BillOptions): MostWithin {
  if (!isDecimalString(budget)) {
    throw new WorkloadError([{ code: 'malformed_budget', args: { value: JSON.stringify(budget) }, path: 'budget' }]);
  }
  const money = new Decimal(budget);
  const billOn = (on: Offer): ((requests: Decimal) => Bill) =>
    remembered((requests) => {
      const result = tryPriceUsage(on, [{ usage, requests: plain(requests) }], options);
      if ('problems' in result) throw new RatecardError(result.problems);
      return result.bill;
    });
  const costOf = (bill: (requests: Decimal) => Bill): CostOf => {
    return (requests) => {
      const amount = totalAsked(bill(requests));
      return amount === null ? null : new Decimal(amount);
    };
  };
  const { funding = [], ...rest } = offer;
  const unfunded = billOn(rest);
  const turning = turningOf({
    months: [(requests) => [unfunded(requests)]],
    unfunded: costOf(unfunded),
    fundingOf: () => funding,
    options,
    budget: money,
    repeats: ONE,
  });
  const cost = costOf(billOn(offer));
  return mostWithin(cost, money, UNITS_CAP, turning, proportional(cost, ONE, money));
}
