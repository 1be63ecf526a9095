import { allowedValues, CONDITION_NAMES, dateBounds, type When } from './condition.ts';
import { isWindowWithin, type TimeWindow } from './time-window.ts';

/** Something that a `when` may speak of. */
export interface Dimension<V> {
  /** What a `when` allows of it; null where it leaves it open. */
  readonly of: (when: When | undefined) => readonly V[] | null;
  readonly isWithin: (a: V, b: V) => boolean;
}

export const VALUES: readonly Dimension<string>[] = CONDITION_NAMES.map((key) => ({
  of: (when) => allowedValues(when, key),
  isWithin: (a, b) => a === b,
}));

export const TIME: Dimension<TimeWindow> = {
  of: (when) => when?.time ?? null,
  isWithin: isWindowWithin,
};

export const DATES: Dimension<readonly [number, number]> = {
  of: (when) => (when?.dates ? [dateBounds(when.dates)] : null),
  isWithin: (a, b) => a[0] >= b[0] && a[1] <= b[1],
};

const DIMENSIONS = [...VALUES, TIME, DATES] as readonly Dimension<unknown>[];

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

/** Whether all that is allowed in one place is allowed in another. */
export function isAllWithin<V>(
  { isWithin }: Dimension<V>,
  narrow: readonly V[] | null,
  wide: readonly V[] | null,
): boolean {
  return !wide || (narrow?.every((x) => wide.some((y) => isWithin(x, y))) ?? false);
}
