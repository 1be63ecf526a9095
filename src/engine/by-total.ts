import { type Decimal, plain } from './decimal.ts';

/** A thing among others by what they cost. */
export interface Ranked<T> {
  readonly one: T;
  /** 1 is the cheapest; equal totals share a rank. */
  readonly rank: number;
  readonly total: string;
  /** How many times the cheapest total above zero, to four places; null for a total of zero. */
  readonly ratio: string | null;
}

/** Things by their totals, the cheapest first, those of one total by their ids: 0, 2 and 3 are null, 1 and 1.5 times. */
export function byTotal<T extends { readonly id: string; readonly total: Decimal }>(all: readonly T[]): Ranked<T>[] {
  const sorted = all.toSorted((a, b) => a.total.cmp(b.total) || (a.id < b.id ? -1 : 1));
  const base = sorted.find(({ total }) => total.gt(0))?.total;
  let last: Ranked<T> | undefined;
  return sorted.map((one, index) => {
    const { total } = one;
    if (last?.one.total.eq(total)) return { ...last, one };
    const ratio = base && total.gt(0) ? fourPlaces(total, base) : null;
    last = { one, rank: index + 1, total: plain(total), ratio };
    return last;
  });
}

/** A quotient to four places, half a unit of the last up: 20.0001 of 3 is 6.6667. */
function fourPlaces(dividend: Decimal, divisor: Decimal): string {
  return plain(dividend.times(20_000).plus(divisor).divToInt(divisor.times(2)).div(10_000));
}
