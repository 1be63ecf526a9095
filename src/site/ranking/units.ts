/** Digits after the point of a decimal: 4 in `0.0019`. */
export function placesIn(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** A decimal as a whole number of units of its last place: `unitsOf("0.35", 4)` is `3500n`. */
export function unitsOf(text: string, places: number): bigint {
  const [whole = '', part = ''] = text.split('.');
  if (part.length > places) throw new Error(`${text} has more than ${places} places`);
  return BigInt(whole + part.padEnd(places, '0'));
}

/** The decimal of some units, without zeros at its end: `textOf(3500n, 4)` is `"0.35"`. */
export function textOf(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  const part = digits.slice(cut).replace(/0+$/, '');
  return part === '' ? digits.slice(0, cut) : `${digits.slice(0, cut)}.${part}`;
}

/** A quotient to some places, a half going up: `quotient(2n, 3n, 2)` is `"0.67"`. */
export function quotient(dividend: bigint, divisor: bigint, places: number): string {
  return textOf((dividend * 10n ** BigInt(places) * 2n + divisor) / (divisor * 2n), places);
}

/**
 * An amount shortened for reading, as `shortAmount` does it with decimals: to cents from 1 up, below that to two
 * significant digits but never fewer than two places. `0.0000123` is `0.000012`.
 */
export function shortText(text: string): string {
  const [whole = '', part = ''] = text.split('.');
  const first = part.search(/[1-9]/);
  const places = whole !== '0' || first < 0 ? 2 : Math.max(2, first + 2);
  if (part.length <= places) return text;
  const units = unitsOf(text, part.length);
  const drop = 10n ** BigInt(part.length - places);
  return textOf((units * 2n + drop) / (drop * 2n), places);
}

/** A decimal as an amount is written: thousands set apart, two places at least. */
export function amountText(text: string): string {
  const [whole = '', part = ''] = text.split('.');
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${part.padEnd(2, '0')}`;
}
