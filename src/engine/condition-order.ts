import { allowedValues, CONDITION_NAMES, dateBounds, type When } from './condition.ts';
import { isWindowWithin, type TimeWindow, windowsMeet } from './time-window.ts';

/** Something that a `when` may speak of. */
interface Dimension<V> {
  /** What a `when` allows of it; null where it leaves it open. */
  readonly of: (when: When | undefined) => readonly V[] | null;
  readonly isWithin: (a: V, b: V) => boolean;
  /** What is in both, or at least holds all that is; null where nothing is. */
  readonly meet: (a: V, b: V) => V | null;
}

const TIME: Dimension<TimeWindow> = {
  of: (when) => when?.time ?? null,
  isWithin: isWindowWithin,
  meet: (a, b) => (isWindowWithin(b, a) ? b : windowsMeet(a, b) ? a : null),
};

const DATES: Dimension<readonly [number, number]> = {
  of: (when) => (when?.dates ? [dateBounds(when.dates)] : null),
  isWithin: (a, b) => a[0] >= b[0] && a[1] <= b[1],
  meet: (a, b) => (a[0] < b[1] && b[0] < a[1] ? [Math.max(a[0], b[0]), Math.min(a[1], b[1])] : null),
};

const DIMENSIONS = [
  ...CONDITION_NAMES.map(
    (key): Dimension<string> => ({
      of: (when) => allowedValues(when, key),
      isWithin: (a, b) => a === b,
      meet: (a, b) => (a === b ? a : null),
    }),
  ),
  TIME,
  DATES,
] as readonly Dimension<unknown>[];

/**
 * Whether `a` speaks of everything that `b` does, at least as narrowly, and the two differ. A rate for
 * `{service_tier: batch}` is more specific than one without conditions; one for a region is neither.
 */
export function isMoreSpecific(a: When | undefined, b: When | undefined): boolean {
  return impliesAll(a, b) && !impliesAll(b, a);
}

function impliesAll(a: When | undefined, b: When | undefined): boolean {
  return DIMENSIONS.every((dimension) => isAllWithin(dimension, dimension.of(a), dimension.of(b)));
}

function isAllWithin<V>(dimension: Dimension<V>, narrow: readonly V[] | null, wide: readonly V[] | null): boolean {
  return !wide || (narrow?.every((x) => wide.some((y) => dimension.isWithin(x, y))) ?? false);
}

/** Whether two rules for the same thing can hold together, for some request at some moment, with neither the more specific. */
export function areAmbiguous(a: When | undefined, b: When | undefined): boolean {
  const canBothHold = DIMENSIONS.every((dimension) => inBoth(dimension, a, b)?.length !== 0);
  return canBothHold && !isMoreSpecific(a, b) && !isMoreSpecific(b, a);
}

/** Whether everything that satisfies both `a` and `b` satisfies `c`; false where that cannot be told. */
export function coversBoth(a: When | undefined, b: When | undefined, c: When | undefined): boolean {
  return DIMENSIONS.every((dimension) => isAllWithin(dimension, inBoth(dimension, a, b), dimension.of(c)));
}

/** What two conditions allow together of one thing; null where both leave it open. */
function inBoth<V>({ of, meet }: Dimension<V>, a: When | undefined, b: When | undefined): readonly V[] | null {
  const [left, right] = [of(a), of(b)];
  if (!left || !right) return left ?? right;
  return left.flatMap((x) => right.flatMap((y) => meet(x, y) ?? []));
}
