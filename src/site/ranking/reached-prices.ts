import { NO_PRICE, type PreparedIndex, type UnitPrice } from './prepared-index.ts';

/** What each price comes to, by position, where requests pass some thresholds and not others. */
export interface ReachedPrices {
  readonly units: readonly bigint[];
  /** What a float makes of the units, and their last 32 bits. */
  readonly sizes: Float64Array;
  readonly lows: Int32Array;
}

const known = new WeakMap<readonly UnitPrice[], Map<string, ReachedPrices>>();

/** Each price at the last of its steps whose threshold is passed; worked out once for the same thresholds. */
export function reachedPrices(
  { prices, sizes, lows, tiered }: PreparedIndex,
  passed: readonly boolean[],
): ReachedPrices {
  const own = known.get(prices) ?? new Map<string, ReachedPrices>();
  known.set(prices, own);
  const key = passed.map(Number).join('');
  const before = own.get(key);
  if (before) return before;
  const reached = { units: prices.map(({ units }) => units), sizes: sizes.slice(), lows: lows.slice() };
  for (const at of tiered) {
    const step = (prices[at] ?? NO_PRICE).steps.findLast(({ threshold }) => passed[threshold]);
    if (!step) continue;
    reached.units[at] = step.units;
    reached.sizes[at] = step.size;
    reached.lows[at] = step.low;
  }
  own.set(key, reached);
  return reached;
}
