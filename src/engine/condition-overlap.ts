import type { When } from './condition.ts';
import { DATES, type Dimension, isAllWithin, isMoreSpecific, TIME, VALUES } from './condition-order.ts';
import { isWindowWithin, windowsMeet } from './time-window.ts';

/** A dimension with what is in both of two, or at least holds all that is; null where nothing is. */
type Met<V> = Dimension<V> & { readonly meet: (a: V, b: V) => V | null };

const meeting = <V>(dimension: Dimension<V>, meet: (a: V, b: V) => V | null): Met<unknown> =>
  ({ ...dimension, meet }) as Met<unknown>;

const MET = [
  ...VALUES.map((values) => meeting(values, (a, b) => (a === b ? a : null))),
  meeting(TIME, (a, b) => (isWindowWithin(b, a) ? b : windowsMeet(a, b) ? a : null)),
  meeting<readonly [number, number]>(DATES, (a, b) =>
    a[0] < b[1] && b[0] < a[1] ? [Math.max(a[0], b[0]), Math.min(a[1], b[1])] : null,
  ),
];

/** Whether two rules for the same thing can hold together, for some request at some moment, with neither the more specific. */
export function areAmbiguous(a: When | undefined, b: When | undefined): boolean {
  const canBothHold = MET.every((dimension) => inBoth(dimension, a, b)?.length !== 0);
  return canBothHold && !isMoreSpecific(a, b) && !isMoreSpecific(b, a);
}

/** Whether everything that satisfies both `a` and `b` satisfies `c`; false where that cannot be told. */
export function coversBoth(a: When | undefined, b: When | undefined, c: When | undefined): boolean {
  return MET.every((dimension) => isAllWithin(dimension, inBoth(dimension, a, b), dimension.of(c)));
}

/** What two conditions allow together of one thing; null where both leave it open. */
function inBoth<V>({ of, meet }: Met<V>, a: When | undefined, b: When | undefined): readonly V[] | null {
  const [left, right] = [of(a), of(b)];
  if (!left || !right) return left ?? right;
  return left.flatMap((x) => right.map((y) => meet(x, y)).filter((both) => both !== null));
}
