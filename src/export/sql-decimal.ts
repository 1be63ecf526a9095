import { Decimal, plain } from '../engine/decimal.ts';

/** Digits of a `DECIMAL(38, 18)`: 20 before the point, 18 after. */
const WHOLE_DIGITS = 20;
const PLACES = 18;

/**
 * A number as a literal of type DECIMAL(38, 18); null where that type cannot hold it exactly. `0.0000000028` fits,
 * a number of 24 places does not: nothing is ever rounded.
 */
export function sqlDecimal(decimal: string): string | null {
  const text = plain(new Decimal(decimal));
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  return whole.length <= WHOLE_DIGITS && part.length <= PLACES ? text : null;
}
