import type { Bill } from '../engine/bill.ts';
import { Decimal, ONE, plain } from '../engine/decimal.ts';
import { findFunding, sharedTopUp } from '../engine/fund.ts';
import type { Funding } from '../engine/funding.ts';
import type { BillOptions } from '../engine/read-options.ts';
import { billShape } from './bill-shape.ts';
import { changes } from './changes.ts';
import { type CostOf, mostWithin, type Turning, UNITS_CAP } from './most-within.ts';

/** The bills of some units in one month, without the fee for buying credit; a word in place of one that there is not. */
export type MonthBills = (units: Decimal) => readonly (Bill | string)[];

/** Everything that a budget is to pay for, as the units grow. */
export interface Growing {
  readonly months: readonly MonthBills[];
  /** What all of it costs, without the fee for buying credit. */
  readonly unfunded: CostOf;
  readonly fundingOf: (offer: string) => readonly Funding[];
  readonly options: BillOptions;
  readonly budget: Decimal;
  readonly repeats: Decimal;
}

/** How many purchases of each bill are looked at: just past a larger one it is the higher, so that few matter. */
const MOST_PURCHASES = 100;

/**
 * The units above some at which the bills may be lower than for fewer: where the shape of a bill changes,
 * since between two such places it is a straight line, and where a larger purchase of credit begins, whose fee may be
 * smaller for each unit. Bills of every month and offer change at places of their own.
 */
export function turningOf(growing: Growing): Turning {
  const falls = (from: Decimal): Decimal[] => {
    const turns = growing.months.flatMap((bills) =>
      changes((units) => bills(units).map(shapeOf).join('\n'), from, UNITS_CAP),
    );
    return [...turns, ...purchaseFalls(growing, from, turns)];
  };
  return { falls, repeats: growing.repeats };
}

function shapeOf(bill: Bill | string): string {
  return typeof bill === 'string' ? bill : `${bill.offer}: ${billShape(bill)}`;
}

/** Where the next purchases of each bill begin, behind each turn, as far as the budget pays without their fees. */
function purchaseFalls(growing: Growing, from: Decimal, turns: readonly Decimal[]): Decimal[] {
  const { months, unfunded, budget, repeats } = growing;
  const bought = months.map((bills) => (units: Decimal) => bills(units).map(purchasesIn(growing)).join('\n'));
  const isBought = [from.plus(ONE), UNITS_CAP].some((units) => bought.some((words) => words(units).trim() !== ''));
  if (!isBought) return [];
  const reach = mostWithin(unfunded, budget, UNITS_CAP, { falls: () => turns, repeats }, from);
  if (reach.kind === 'none') return [];
  const last = reach.kind === 'unlimited' ? UNITS_CAP : reach.units;
  const starts = [from, ...turns.filter((turn) => turn.gt(from))].sort((a, b) => a.cmp(b));
  return starts.flatMap((start, index) => {
    const end = Decimal.min(starts[index + 1] ?? last, last);
    return bought.flatMap((words) => changes(words, start, end, MOST_PURCHASES));
  });
}

/** The sizes of the purchases that pay for a bill; nothing where their fees do not depend on whole steps. */
function purchasesIn({ fundingOf, options }: Growing): (bill: Bill | string) => string {
  return (bill) => {
    if (typeof bill === 'string' || options.fees === false || options.top_up !== undefined) return '';
    const terms = findFunding(fundingOf(bill.offer), options.payment_method ?? null);
    if (!terms?.fee || terms.purchase?.step === undefined) return '';
    const needed = new Decimal(bill.usage_total).plus(bill.fees_total);
    return (
      sharedTopUp(needed, terms)
        .map(({ size, count }) => `${plain(count ?? ONE)} x ${plain(size)}`)
        .join(' + ') || 'none'
    );
  };
}
