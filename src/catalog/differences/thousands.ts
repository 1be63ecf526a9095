import { Decimal, plain } from '../../engine/decimal.ts';
import { eachPair } from './pairs.ts';

/** The K of two counts, one a multiple of 1,000 and one the same multiple of 1,024: 128 of 128,000 and 131,072. */
export function thousandsOf(decimal: string, binary: string): string | null {
  const thousands = new Decimal(decimal).div(1000);
  return thousands.isInteger() && thousands.gt(0) && thousands.times(1024).eq(binary) ? plain(thousands) : null;
}

/** Counts of tokens that are one number of K, read as 1,000 and as 1,024. */
export const thousands = eachPair((a, b) => {
  const count = thousandsOf(a.value, b.value);
  if (count === null) return null;
  return {
    kind: 'thousands',
    values: [a.value, b.value],
    args: { decimal: a.shown, binary: b.shown, thousands: count },
  };
});
