import type { Bill } from '../engine/bill.ts';
import type { PricedGroup } from './answer.ts';

/** A bill of records of one group, on one offer. */
export interface GroupBill {
  readonly key: PricedGroup['key'];
  readonly bill: Bill;
}
