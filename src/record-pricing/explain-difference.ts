import { Decimal, plain, ZERO } from '../engine/decimal.ts';
import type { PricedRecord } from './compare-money.ts';

/** How a recorded amount lies to a price that is only known between bounds. */
export function withinBounds(theirs: Decimal, { readings }: PricedRecord): string {
  const same = readings.find(({ amount }) => theirs.eq(amount));
  if (same) return `it is one of our bounds: ${same.label}`;
  const amounts = readings.map(({ amount }) => new Decimal(amount)).sort((a, b) => a.comparedTo(b));
  const [least, most] = [amounts[0] ?? ZERO, amounts.at(-1) ?? ZERO];
  return theirs.gte(least) && theirs.lte(most) ? 'it lies within our bounds' : 'it lies outside our bounds';
}

/** Why a recorded amount may differ from ours: a last digit, or a factor such as a discount. */
export function explainDifference(theirs: Decimal, ours: string): string {
  const mine = new Decimal(ours);
  if (theirs.isZero()) return 'the record says that it cost nothing';
  if (theirs.minus(mine).abs().lte(mine.abs().times('1e-12')))
    return 'binary fractions in the record (below 1e-12 of it)';
  if (theirs.eq(mine.toDecimalPlaces(theirs.decimalPlaces()))) return 'the record is rounded';
  if (mine.isZero()) return 'our price is nothing';
  return `the record is ${plain(theirs.div(mine).toSignificantDigits(4))} times our price`;
}
