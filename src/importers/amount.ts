import { Decimal, plain } from '../engine/decimal.ts';
import { isPriceNumber, type NumberText, numberText } from './number-text.ts';
import type { Row } from './row.ts';

/** How an upstream writes its prices: as JSON numbers, or as text so that no double touches them. */
export type AmountForm = 'number' | 'text';

const DECIMAL_TEXT = /^\d+(\.\d+)?([eE][-+]?\d{1,2})?$/;

/** Reads a price. What is no price, or is one in another form than the upstream's, is noted and null. */
export function readAmount(value: unknown, form: AmountForm, path: string, row: Row): NumberText | null {
  if (form === 'number' && isPriceNumber(value)) return numberText(value);
  if (form === 'text' && typeof value === 'string' && DECIMAL_TEXT.test(value)) {
    return { text: plain(new Decimal(value)), state: 'as_given' };
  }
  if (Number(value) < 0) row.note('negative_price', path, value);
  else if (form === 'number' && typeof value === 'string') row.note('price_is_text', path, value);
  else if (form === 'text' && typeof value === 'number') row.note('price_is_not_text', path, value);
  else row.note('price_not_a_number', path, value);
  return null;
}
