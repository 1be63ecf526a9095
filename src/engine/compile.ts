import type { Bill } from './bill.ts';
import type { Offer } from './offer.ts';
import type { BillOptions } from './read-options.ts';
import { type AddRows, runningBill } from './running-bill.ts';

/** A rate card made ready to price very many requests, each with counts of the same meters. */
export interface CompiledCard {
  /** The meters of the columns, in their order. */
  readonly meters: readonly string[];
  readonly add: AddRows;
  /** The bill of all rows so far: the one that `priceUsage` makes of the same requests, to the last digit. */
  readonly bill: () => Bill;
}

/**
 * Compiles an offer for requests that all count the same meters under the same conditions. Counts that fit are
 * summed as integers, a column at a time; whatever does not goes the way of `priceUsage`, row by row.
 *
 * With 0.35 in and 0.55 out per million, rows of (1000, 200) and (3000, 100) come to
 * 4000 x 0.35 / 1000000 + 300 x 0.55 / 1000000 = 0.001565.
 */
export function compileCard(offer: Offer, meters: readonly string[], options: BillOptions): CompiledCard {
  const running = runningBill(offer, options);
  return { meters, add: running.lane(meters), bill: running.bill };
}
