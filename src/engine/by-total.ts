import { Decimal, plain } from './decimal.ts';

/** Arithmetic for ratios, which are shown to four places: far fewer digits than money needs. */
const Ratio: typeof Decimal = Decimal.clone({ precision: 30 });

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
  const cheapest = sorted.find(({ total }) => !total.isZero())?.total;
  const base = cheapest && new Ratio(cheapest);
  const ranked: Ranked<T>[] = [];
  for (const [index, one] of sorted.entries()) {
    const before = ranked[index - 1];
    if (before?.one.total.eq(one.total)) {
      ranked.push({ ...before, one });
      continue;
    }
    const isFree = !base || one.total.isZero();
    const ratio = isFree ? null : plain(new Ratio(one.total).div(base).toDecimalPlaces(4));
    ranked.push({ one, rank: index + 1, total: plain(one.total), ratio });
  }
  return ranked;
}
