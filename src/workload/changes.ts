import { type Decimal, ONE } from '../engine/decimal.ts';

/**
 * The whole numbers above `low`, up to `high`, at which something differs from what it is at one less, ascending, at
 * most so many. Tried at halvings: what is alike at two numbers is taken to be alike between them.
 */
export function changes(
  of: (units: Decimal) => string,
  low: Decimal,
  high: Decimal,
  most = Number.POSITIVE_INFINITY,
): Decimal[] {
  if (most < 1 || low.gte(high) || of(low) === of(high)) return [];
  if (high.minus(low).eq(ONE)) return [high];
  const middle = low.plus(high).div(2).floor();
  const below = changes(of, low, middle, most);
  return [...below, ...changes(of, middle, high, most - below.length)];
}
