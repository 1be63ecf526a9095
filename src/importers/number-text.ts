import { Decimal, type DecimalString, plain } from '../engine/decimal.ts';

/** A number as text, with what became of it on the way. */
export interface NumberText {
  readonly text: DecimalString;
  /** `repaired`: arithmetic in doubles had changed it. `odd`: it has more digits than any price, unexplained. */
  readonly state: 'as_given' | 'repaired' | 'odd';
}

/** Digits beyond which a price is suspected of being the outcome of arithmetic in doubles. */
const PLAUSIBLE_DIGITS = 12;
const SHIFTS = [1, 2, 3, 6, 9] as const;
/** What is left of a price after a discount of nine tenths, as doubles have it: 0.09999999999999998. */
const TENTH_LEFT = 1 - 0.9;

/** Whether a value is a finite number of zero or more. */
export function isPriceNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/**
 * The decimal that a double stands for: the shortest that reads back as it. A double of many digits that a short
 * decimal turns into when converted between per unit, per thousand, per million and per billion is given as that
 * decimal: 0.18000000000000002 is 0.00000018 x 1,000,000 in doubles, so it is 0.18 repaired.
 */
export function numberText(value: number): NumberText {
  const exact = new Decimal(String(value));
  if (exact.precision() <= PLAUSIBLE_DIGITS) return { text: plain(exact), state: 'as_given' };
  for (let digits = 1; digits <= PLAUSIBLE_DIGITS; digits += 1) {
    const short = exact.toSignificantDigits(digits);
    if (isConverted(short, value)) return { text: plain(short), state: 'repaired' };
  }
  return { text: plain(exact), state: 'odd' };
}

/** Whether a power of ten in doubles, or a discount of nine tenths, turns the short decimal into the value. */
function isConverted(short: Decimal, value: number): boolean {
  return SHIFTS.some((shift) => {
    const factor = 10 ** shift;
    const smaller = Number(plain(short.div(factor)));
    const larger = Number(plain(short.times(factor)));
    const same = Number(plain(short));
    return [
      smaller * factor,
      larger / factor,
      larger * 10 ** -shift,
      (same / factor) * factor,
      larger * TENTH_LEFT,
    ].includes(value);
  });
}

/** `numberText` for a price per unit, given per so many: 1.5e-7 per token is 0.15 per million. */
export function perMany(given: NumberText, per: number): NumberText {
  return { ...given, text: plain(new Decimal(given.text).times(per)) };
}
