import { type Decimal, smaller, sum } from '../engine/decimal.ts';

/** Credit that was bought at one time, oldest first in a list. */
export interface CreditLot {
  readonly left: Decimal;
  /** The day on which it ends. */
  readonly ends: number;
}

export function balanceOf(lots: readonly CreditLot[]): Decimal {
  return sum(lots.map(({ left }) => left));
}

/** What remains of lots after an amount was spent, the oldest first. */
export function spend(lots: readonly CreditLot[], amount: Decimal): CreditLot[] {
  let rest = amount;
  return lots.flatMap((lot) => {
    const used = smaller(lot.left, rest);
    rest = rest.minus(used);
    return used.eq(lot.left) ? [] : [{ ...lot, left: lot.left.minus(used) }];
  });
}
