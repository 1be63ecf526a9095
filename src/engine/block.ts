import { type Decimal, larger } from './decimal.ts';
import type { PreparedRate } from './prepare.ts';
import { roundTo } from './rounding.ts';

/** What one request is billed for: at least the minimum, in whole started blocks. 9.2 in blocks of 1, minimum 10, is 10. */
export function billedQuantity(used: Decimal, rate: PreparedRate): Decimal {
  if (!rate.block) return used;
  const { size, minimum } = rate.block;
  const atLeast = minimum ? larger(used, minimum) : used;
  return size ? roundTo(atLeast, size, 'up') : atLeast;
}

/** The block rule in words: `whole blocks of 1000, at least 10 per request`. */
export function blockWords(rate: PreparedRate): string {
  const { size, minimum } = rate.rate.block ?? {};
  return [
    ...(size === undefined ? [] : [`whole blocks of ${size}`]),
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    'per request',
  ]
    .join(', ')
    .replace(', per request', ' per request');
}
