import { type Rational, reduce } from './rational.ts';

/** Reads `12.050`; the text is known to be a plain decimal. */
export function fromText(text: string | number): Rational {
  const [digits = '0', fraction = ''] = String(text).split('.');
  return { n: BigInt(digits + fraction), d: 10n ** BigInt(fraction.length) };
}

/** The number of places after the point at which a fraction ends, or null where it has no end. */
export function placesOf({ n, d }: Rational): number | null {
  let rest = reduce({ n, d }).d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** Writes a fraction that ends as a plain decimal without trailing zeros; throws for one without end. */
export function toText(value: Rational): string {
  const places = placesOf(value);
  if (places === null) throw new RangeError(`${value.n}/${value.d} has no end`);
  const scaled = (value.n * 10n ** BigInt(places)) / value.d;
  const sign = scaled < 0n ? '-' : '';
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
  const cut = digits.length - places;
  return sign + digits.slice(0, cut) + (places > 0 ? `.${digits.slice(cut)}` : '');
}
