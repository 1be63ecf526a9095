import { Decimal, plain } from '../../engine/decimal.ts';
import { groupDigits } from './group-digits.ts';

export { groupDigits } from './group-digits.ts';

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', CNY: 'CN¥', JPY: '¥' };

/** An exact number as an amount of money is written, for where the currency stands elsewhere: `0.0019`, `2.50`. */
export function amountDigits(amount: string): string {
  const value = new Decimal(amount);
  const digits = groupDigits(value.abs().toFixed(Math.max(2, value.decimalPlaces())));
  return value.isNegative() && !value.isZero() ? `-${digits}` : digits;
}

/** An exact amount with its currency and at least two places: `$0.0019`, `$2.55`, `-$5.00`, `12.50 credits`. */
export function money(amount: string, currency: string): string {
  const digits = amountDigits(amount);
  const symbol = SYMBOLS[currency];
  if (!symbol) return `${digits} ${currency}`;
  return digits.startsWith('-') ? `-${symbol}${digits.slice(1)}` : `${symbol}${digits}`;
}

/**
 * An amount shortened for reading: to cents from 1 up, below that to two significant digits but never fewer than
 * two places; what does not vanish never reads as zero. `0.0000123` is `0.000012`, `12.3456` is `12.35`.
 */
export function shortAmount(amount: string): string {
  const value = new Decimal(amount);
  const places = value.abs().gte(1) || value.isZero() ? 2 : Math.max(2, 1 - value.e);
  return plain(value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP));
}

/** {@link shortAmount} with its currency: `$0.000012`, `$12.35`. */
export function shortMoney(amount: string, currency: string): string {
  return money(shortAmount(amount), currency);
}

/** Whether {@link shortMoney} leaves digits out. */
export function isShortened(amount: string): boolean {
  return new Decimal(amount).decimalPlaces() > 2 && shortMoney(amount, '') !== money(amount, '');
}
