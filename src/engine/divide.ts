import { Decimal, ONE } from './decimal.ts';

/** Places kept where a quotient does not terminate. */
export const QUOTIENT_PLACES = 24;

/** Half a unit of the last kept place: the most by which a rounded quotient differs from the exact one. */
export const QUOTIENT_ERROR = '0.0000000000000000000000005';

export interface Quotient {
  readonly value: Decimal;
  /** True where the exact quotient has no end and was rounded to the nearest at 24 places. */
  readonly rounded: boolean;
}

/**
 * Prepares division by a positive number; any other throws. The quotient is exact wherever it terminates; where it does not,
 * it is rounded to the nearest at 24 places and says so: a quotient without end is never halfway between two.
 *
 * `divideBy(new Decimal(1000000))(new Decimal('0.35')).value` is `0.00000035`, exact;
 * `divideBy(new Decimal(3600))(new Decimal('0.04')).value` is `0.000011111111111111111111`, rounded.
 */
export function divideBy(divisor: Decimal): (dividend: Decimal) => Quotient {
  if (!divisor.isFinite() || !divisor.gt(0)) throw new RangeError(`cannot divide by ${divisor}`);
  const reciprocal = ONE.div(divisor);
  if (terminates(reciprocal)) return (dividend) => ({ value: dividend.times(reciprocal), rounded: false });
  return (dividend) => {
    const value = dividend.div(divisor);
    if (terminates(value)) return { value, rounded: false };
    return { value: value.toDecimalPlaces(QUOTIENT_PLACES, Decimal.ROUND_HALF_UP), rounded: true };
  };
}

/** Whether a quotient ends well before the precision does. One that does not end fills it. */
function terminates(quotient: Decimal): boolean {
  return quotient.precision() < 900;
}
