import type { DifferenceClass, Explanation } from './difference.ts';
import { findRoundings } from './rounding.ts';

/** Prices that are one number with fewer places: 0.56 and 0.55 are 0.555 rounded and cut. */
export const rounding: DifferenceClass = (said) => {
  const shown = new Map(said.map(({ value, shown }) => [value, shown]));
  const words = (value: string): string => shown.get(value) ?? value;
  return findRoundings(said.map(({ value }) => value)).map(
    ({ exact, shortened }): Explanation => ({
      kind: 'rounding',
      values: [exact, ...shortened.map(({ value }) => value)],
      args: { exact: words(exact), shortened: shortened.map(({ value, how }) => ({ value: words(value), how })) },
    }),
  );
};
