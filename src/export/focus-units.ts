/** Meters whose FOCUS unit is not simply their last word. */
const UNITS: readonly (readonly [ending: string, unit: string])[] = [
  ['_token_hours', 'Token-Hours'],
  ['_unit_hours', 'Unit-Hours'],
  ['_gb_days', 'GB-Days'],
  ['_tokens', 'Tokens'],
  ['_characters', 'Characters'],
  ['_pixels', 'Pixels'],
  ['_seconds', 'Seconds'],
  ['_pages', 'Pages'],
  ['_messages', 'Messages'],
  ['_images', 'Images'],
];

/** The unit in which FOCUS counts a meter: `cache_read_tokens` in `Tokens`, `web_searches` in `Web Searches`. */
export function focusUnit(meter: string): string {
  return UNITS.find(([ending]) => meter.endsWith(ending))?.[1] ?? titleCase(meter);
}

/** The block of units that a price buys: `1000000 Tokens`; for a single unit, `Web Searches`. */
export function pricingUnit(meter: string, per: string): string {
  return per === '1' ? focusUnit(meter) : `${per} ${focusUnit(meter)}`;
}

/** `input_tokens` as `Input Tokens`, `storage_gb_days` as `Storage GB Days`. */
export function titleCase(id: string): string {
  return id
    .split('_')
    .map((word) => (word === 'gb' ? 'GB' : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
