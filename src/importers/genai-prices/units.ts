/** The meter that a price key prices, and how many units the price buys. */
export interface PricedUnit {
  readonly meter: string;
  readonly per: number;
}

/** Endings of price keys, what they say of the quantity, and the ending of the meter. */
const ENDINGS: readonly (readonly [ending: string, meterEnding: string, per: number])[] = [
  ['_mtok', '_tokens', 1_000_000],
  ['_kcount', '', 1000],
  ['_hours', '_seconds', 3600],
  ['_kpages', '_pages', 1000],
  ['_mchars', '_characters', 1_000_000],
  ['_gpixels', '_pixels', 1_000_000_000],
];

/** `input_mtok` is 1,000,000 `input_tokens`, `audio_hours` 3,600 `audio_seconds`; null for an ending nobody knows. */
export function unitOf(priceKey: string): PricedUnit | null {
  for (const [ending, meterEnding, per] of ENDINGS) {
    if (priceKey.endsWith(ending)) return { meter: `${priceKey.slice(0, -ending.length)}${meterEnding}`, per };
  }
  return null;
}
