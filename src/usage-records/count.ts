import { Decimal, MAX_DECIMAL_LENGTH, plain } from '../engine/decimal.ts';

/** A quantity: a whole number that a binary number holds exactly, or a decimal as text. */
export type Quantity = number | string;

const PLAIN = /^\d+(\.\d+)?$/;
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/;

/** Reads a quantity, `12` or `"12"`; null where it is not one. Whole numbers of tokens have no fraction. */
export function readQuantity(value: unknown, whole: boolean): Quantity | null {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value) && value >= 0) return value;
    if (whole || !Number.isFinite(value) || value < 0 || value > Number.MAX_SAFE_INTEGER) return null;
    return plain(new Decimal(String(value)));
  }
  if (typeof value !== 'string' || value.length > MAX_DECIMAL_LENGTH || !PLAIN.test(value)) return null;
  const number = Number(value);
  if (Number.isSafeInteger(number) && !value.includes('.')) return number;
  const exact = new Decimal(value);
  return whole && !exact.isInteger() ? null : plain(exact);
}

/** Reads an amount of money, exponents and signs allowed; null where it is not one. */
export function readAmount(value: unknown): Decimal | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > MAX_DECIMAL_LENGTH || !NUMBER.test(text)) return null;
  return new Decimal(text);
}

export function addUp(a: Quantity, b: Quantity): Quantity {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return narrow(new Decimal(a).plus(b));
}

export function takeAway(a: Quantity, b: Quantity): Quantity {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return narrow(new Decimal(a).minus(b));
}

export function isEqual(a: Quantity, b: Quantity): boolean {
  return a === b || new Decimal(a).eq(b);
}

export function isNegative(a: Quantity): boolean {
  return Number(a) < 0;
}

export function isZero(a: Quantity): boolean {
  return Number(a) === 0;
}

function narrow(value: Decimal): Quantity {
  const number = value.toNumber();
  return Number.isSafeInteger(number) && value.isInteger() ? number : plain(value);
}
