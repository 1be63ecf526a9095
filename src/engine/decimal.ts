import { Decimal as SharedDecimal } from 'decimal.js';

/**
 * A plain decimal number as text: digits, then optionally a point and digits. No sign, exponent,
 * separator or surrounding space. `"0.0019"`, `"1234567"`.
 */
export type DecimalString = string;

/** The most characters a decimal may have; keeps every product of a bill far inside the precision. */
export const MAX_DECIMAL_LENGTH = 60;

/**
 * The engine's own decimal arithmetic. A private clone, because the constructor that decimal.js shares is
 * mutable by anyone. 1,000 digits are more than any product or sum of a bill can need, so that neither rounds.
 */
export const Decimal: typeof SharedDecimal = SharedDecimal.clone({
  defaults: true,
  precision: 1000,
  rounding: SharedDecimal.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = SharedDecimal;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);
export const HUNDRED: Decimal = new Decimal(100);

const PLAIN_DECIMAL = /^\d+(\.\d+)?$/;

/** Whether a value is a {@link DecimalString} of at most {@link MAX_DECIMAL_LENGTH} characters. */
export function isDecimalString(value: unknown): value is DecimalString {
  return typeof value === 'string' && value.length <= MAX_DECIMAL_LENGTH && PLAIN_DECIMAL.test(value);
}

/** The text of a decimal: no exponent, no trailing zeros. `plain(new Decimal('3e-8'))` is `"0.00000003"`. */
export function plain(value: Decimal): DecimalString {
  return value.toFixed();
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

export function larger(a: Decimal, b: Decimal): Decimal {
  return a.gte(b) ? a : b;
}

export function smaller(a: Decimal, b: Decimal): Decimal {
  return a.lte(b) ? a : b;
}
