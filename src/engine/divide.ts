import { Decimal } from './decimal.ts';

/** Places kept where a quotient does not terminate. */
export const QUOTIENT_PLACES = 24;

/** Half a unit of the last kept place: the most by which a rounded quotient differs from the exact one. */
export const QUOTIENT_ERROR = '0.0000000000000000000000005';

export interface Quotient {
  readonly value: Decimal;
  /** True where the exact quotient has no end and was rounded to the nearest at 24 places. */
  readonly rounded: boolean;
}

interface Divisor {
  /** The exact reciprocal of the divisor's factors of two and five. */
  readonly reciprocal: Decimal;
  /** What is left of the divisor: 1, or an integer that shares no factor with ten. */
  readonly rest: Decimal;
}

const SCALE = new Decimal(10).pow(QUOTIENT_PLACES);

function analyse(divisor: Decimal): Divisor {
  if (!divisor.isFinite() || !divisor.gt(0)) throw new RangeError(`cannot divide by ${divisor.toFixed()}`);
  let numerator = divisor;
  let shift = new Decimal(1);
  while (!numerator.isInteger()) {
    numerator = numerator.times(10);
    shift = shift.times(10);
  }
  let rest = numerator;
  let reciprocal = shift;
  for (const [factor, inverse] of [
    [2, '0.5'],
    [5, '0.2'],
  ] as const) {
    while (rest.mod(factor).isZero()) {
      rest = rest.div(factor);
      reciprocal = reciprocal.times(inverse);
    }
  }
  return { reciprocal, rest };
}

/**
 * Prepares division by a positive number; any other throws. The quotient is exact wherever it terminates; where it does not,
 * it is rounded to the nearest at 24 places and says so: a quotient without end is never halfway between two.
 *
 * `divideBy(new Decimal(1000000))(new Decimal('0.35')).value` is `0.00000035`, exact;
 * `divideBy(new Decimal(3600))(new Decimal('0.04')).value` is `0.000011111111111111111111`, rounded.
 */
export function divideBy(divisor: Decimal): (dividend: Decimal) => Quotient {
  const { reciprocal, rest } = analyse(divisor);
  if (rest.eq(1)) return (dividend) => ({ value: dividend.times(reciprocal), rounded: false });
  return (dividend) => {
    const scaled = dividend.times(reciprocal);
    if (isMultiple(scaled, rest)) return { value: scaled.div(rest), rounded: false };
    const units = scaled.times(SCALE);
    const whole = units.divToInt(rest);
    const up = units.minus(whole.times(rest)).times(2).gt(rest);
    return { value: (up ? whole.plus(1) : whole).div(SCALE), rounded: true };
  };
}

/** Whether `value / rest` terminates, for a `rest` that shares no factor with ten. */
function isMultiple(value: Decimal, rest: Decimal): boolean {
  return value.times(new Decimal(10).pow(value.decimalPlaces())).mod(rest).isZero();
}
