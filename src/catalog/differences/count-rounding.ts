import { Decimal } from '../../engine/decimal.ts';
import { eachPair } from './pairs.ts';
import type { Shortening } from './rounding.ts';

const THOUSAND = 1000;

/** How a count of whole thousands comes of an exact one: 131,000 is 131,072 rounded; null where it does not. */
export function countShortening(coarse: string, exact: string): Shortening | null {
  const [short, long] = [new Decimal(coarse).div(THOUSAND), new Decimal(exact).div(THOUSAND)];
  if (!short.isInteger() || short.isZero() || long.isInteger()) return null;
  const rounded = long.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).eq(short);
  const cut = long.toDecimalPlaces(0, Decimal.ROUND_DOWN).eq(short);
  if (rounded) return 'rounded';
  return cut ? 'cut' : null;
}

/** Counts of tokens of which one is the other in whole thousands. */
export const countRounding = eachPair((a, b) => {
  const how = countShortening(a.value, b.value);
  if (how === null) return null;
  return {
    kind: 'rounding',
    values: [b.value, a.value],
    args: { exact: b.shown, shortened: [{ value: a.shown, how }] },
  };
});
