import { Decimal, larger, ONE, smaller, ZERO } from '../engine/decimal.ts';

/** The cost of a whole number of units; null where it has no price or cannot be done. */
export type CostOf = (units: Decimal) => Decimal | null;

export type MostWithin =
  | { readonly kind: 'most'; readonly units: Decimal; readonly cost: Decimal; readonly next: Decimal | null }
  | { readonly kind: 'unlimited'; readonly cost: Decimal }
  /** Not even none: what is charged without any work is more than the budget, or has no price; nor does more work fit. */
  | { readonly kind: 'none'; readonly least: Decimal | null };

/** Where a cost may turn as the units grow. */
export interface Turning {
  /** The units above some at which the cost may be lower than for one less, or begin to rise. */
  readonly falls: (from: Decimal) => readonly Decimal[];
  /** The units after which shares in whole numbers repeat: 5 of 60 and 40 percent. Absent, each unit is like the last. */
  readonly repeats?: Decimal;
}

/**
 * The most units whose cost is within a budget: it fits, and one more does not. At 0.0019 each, 100 buys 52,631 for
 * 99.9989, and 52,632 would cost 100.0008.
 *
 * The cost is tried at doubling distances and at halvings, never one by one; a good `guess` saves most of them. Where
 * a bill can fall as the units grow (a volume tier that reprices everything), it is tried on both sides again, for as
 * many units as it takes to repeat.
 */
export function mostWithin(
  cost: CostOf,
  budget: Decimal,
  cap: Decimal,
  { falls, repeats = ONE }: Turning,
  guess: Decimal,
): MostWithin {
  const fits = (units: Decimal): boolean => cost(units)?.lte(budget) ?? false;
  const begins = fits(ZERO);
  let low = begins ? around(fits, smaller(guess, cap), cap) : ZERO;
  const later = falls(low).filter((units) => units.gt(low) && units.lte(cap));
  const windows = later.flatMap((fall) => [fall, fall.minus(repeats)]).sort((a, b) => b.cmp(a));
  let next = begins ? low : null;
  for (const window of windows) {
    const last = lastFrom(fits, larger(window, low.plus(ONE)), smaller(window.plus(repeats).minus(ONE), cap));
    if (last === null) continue;
    next = last;
    break;
  }
  if (next === null) return { kind: 'none', least: cost(ZERO) };
  while (next !== null) {
    low = climbBy(repeats, fits, next, cap);
    next = lastFrom(fits, low.plus(ONE), smaller(low.plus(repeats), cap));
  }
  const reached = cost(low) ?? ZERO;
  if (low.eq(cap)) return { kind: 'unlimited', cost: reached };
  return { kind: 'most', units: low, cost: reached, next: cost(low.plus(ONE)) };
}

/** The last of some units that fits; null where none does. */
function lastFrom(fits: (units: Decimal) => boolean, first: Decimal, last: Decimal): Decimal | null {
  for (let units = last; units.gte(first); units = units.minus(ONE)) if (fits(units)) return units;
  return null;
}

/** {@link climb} in steps of more than one. */
function climbBy(stride: Decimal, fits: (units: Decimal) => boolean, from: Decimal, cap: Decimal): Decimal {
  const at = (steps: Decimal): Decimal => from.plus(steps.times(stride));
  return at(climb((steps) => fits(at(steps)), ZERO, cap.minus(from).divToInt(stride)));
}

/**
 * What a budget would buy if every unit cost as much as those do: 1,000 for 2 are 250,000 for 500. Zero where nothing
 * is known of their cost.
 */
export function proportional(cost: CostOf, units: Decimal, budget: Decimal): Decimal {
  const price = cost(units);
  return price === null || price.lte(0) ? ZERO : units.times(budget).div(price).floor();
}

/** From a guess, which may fit or not, to units that fit with one more that does not, or to the cap. */
function around(fits: (units: Decimal) => boolean, guess: Decimal, cap: Decimal): Decimal {
  if (guess.lte(0) || fits(guess)) return climb(fits, guess, cap);
  let [high, step] = [guess, ONE];
  let low = larger(high.minus(step), ZERO);
  while (!low.isZero() && !fits(low)) {
    high = low;
    step = step.times(2);
    low = larger(high.minus(step), ZERO);
  }
  return lastWhere(fits, low, high);
}

/** From units that fit to units that fit with one more that does not, or to the cap. */
function climb(fits: (units: Decimal) => boolean, from: Decimal, cap: Decimal): Decimal {
  let low = from;
  let step = ONE;
  let high = low.plus(step);
  while (high.lt(cap) && fits(high)) {
    low = high;
    step = step.times(2);
    high = low.plus(step);
  }
  if (high.gte(cap)) {
    if (fits(cap)) return cap;
    high = cap;
  }
  return lastWhere(fits, low, high);
}

/** The last whole number from `low`, where it holds, on the way to `high`, where it does not. */
export function lastWhere(holds: (units: Decimal) => boolean, low: Decimal, high: Decimal): Decimal {
  let [yes, no] = [low, high];
  while (no.minus(yes).gt(ONE)) {
    const middle = yes.plus(no).div(2).floor();
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

export const UNITS_CAP: Decimal = new Decimal(10).pow(12);
