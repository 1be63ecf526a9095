import { Decimal, plain } from '../../engine/decimal.ts';

/** How one number becomes another with fewer places. */
export type Shortening = 'rounded' | 'cut';

/** Prices are shortened to cents or finer: 0.1 is 0.10, which may be 0.104 shortened and never 0.08. */
const LEAST_PLACES = 2;
/** What is further off than by a quarter is another number: 0.01 is not 0.019 cut. */
const FARTHEST = '0.25';

/**
 * How `coarse` comes of `fine`: 0.56 is 0.555 rounded, 0.55 is 0.555 cut, 0.35 is 0.351 rounded. Null where it
 * does not, where `coarse` has no fewer places, and where too little is left of the number.
 */
export function shortening(coarse: string, fine: string): Shortening | null {
  const short = new Decimal(coarse);
  const long = new Decimal(fine);
  const places = Math.max(LEAST_PLACES, short.decimalPlaces());
  if (short.isZero() || places >= long.decimalPlaces()) return null;
  if (long.minus(short).abs().gt(long.times(FARTHEST))) return null;
  const rounded = long.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).eq(short);
  const cut = long.toDecimalPlaces(places, Decimal.ROUND_DOWN).eq(short);
  if (rounded) return 'rounded';
  return cut ? 'cut' : null;
}

/** Printed prices that are one number, shortened in different ways. */
export interface SameNumber {
  /** The number with the most places. */
  readonly exact: string;
  readonly shortened: readonly { readonly value: string; readonly how: Shortening }[];
}

/** Finds numbers among values that are shortened forms of another: of 0.55, 0.555, 0.56 the outer two are 0.555. */
export function findRoundings(values: readonly string[]): SameNumber[] {
  const distinct = [...new Set(values.map((value) => plain(new Decimal(value))))].sort((a, b) => new Decimal(a).cmp(b));
  return distinct.flatMap((exact): SameNumber[] => {
    const shortened = distinct.flatMap((value) => {
      const how = shortening(value, exact);
      return how ? [{ value, how }] : [];
    });
    return shortened.length === 0 ? [] : [{ exact, shortened }];
  });
}
