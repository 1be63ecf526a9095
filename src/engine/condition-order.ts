import { allowedValues, CONDITION_NAMES, dateBounds, type When } from './condition.ts';
import { isWindowWithin, windowsMeet } from './time-window.ts';

/**
 * Whether `a` speaks of everything that `b` does, at least as narrowly, and the two differ. A rate for
 * `{service_tier: batch}` is more specific than one without conditions; one for a region is neither.
 */
export function isMoreSpecific(a: When | undefined, b: When | undefined): boolean {
  return impliesAll(a, b) && !impliesAll(b, a);
}

function impliesAll(a: When | undefined, b: When | undefined): boolean {
  if (!b) return true;
  for (const key of CONDITION_NAMES) {
    const wide = allowedValues(b, key);
    if (!wide) continue;
    const narrow = allowedValues(a, key);
    if (!narrow?.every((value) => wide.includes(value))) return false;
  }
  if (b.time && !a?.time?.every((x) => b.time?.some((y) => isWindowWithin(x, y)))) return false;
  if (!b.dates) return true;
  if (!a?.dates) return false;
  const [aFrom, aUntil] = dateBounds(a.dates);
  const [bFrom, bUntil] = dateBounds(b.dates);
  return aFrom >= bFrom && aUntil <= bUntil;
}

/** Whether some request at some moment satisfies both. */
export function canBothHold(a: When | undefined, b: When | undefined): boolean {
  if (!a || !b) return true;
  for (const key of CONDITION_NAMES) {
    const left = allowedValues(a, key);
    const right = allowedValues(b, key);
    if (left && right && !left.some((value) => right.includes(value))) return false;
    // A key that one leaves open is free to take the other's value.
  }
  if (a.time && b.time && !a.time.some((x) => b.time?.some((y) => windowsMeet(x, y)))) return false;
  if (!a.dates || !b.dates) return true;
  const [aFrom, aUntil] = dateBounds(a.dates);
  const [bFrom, bUntil] = dateBounds(b.dates);
  return aFrom < bUntil && bFrom < aUntil;
}

/** Whether two rules for the same thing can hold together with neither the more specific. */
export function areAmbiguous(a: When | undefined, b: When | undefined): boolean {
  return canBothHold(a, b) && !isMoreSpecific(a, b) && !isMoreSpecific(b, a);
}

/** Whether everything that satisfies both `a` and `b` satisfies `c`; false where that cannot be told. */
export function coversBoth(a: When | undefined, b: When | undefined, c: When | undefined): boolean {
  const both = { ...a, ...b };
  for (const key of CONDITION_NAMES) {
    const [left, right] = [allowedValues(a, key), allowedValues(b, key)];
    if (left && right) both[key] = left.filter((value) => right.includes(value));
  }
  if (a?.dates && b?.dates) {
    const [from] = [a.dates.from, b.dates.from]
      .filter((date) => date !== undefined)
      .sort()
      .reverse();
    const [until] = [a.dates.until, b.dates.until].filter((date) => date !== undefined).sort();
    both.dates = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  }
  if (a?.time && b?.time) {
    const [narrow, wide] = isMoreSpecific({ time: a.time }, { time: b.time }) ? [a.time, b.time] : [b.time, a.time];
    if (!narrow.every((x) => wide.some((y) => isWindowWithin(x, y)))) return false;
    both.time = narrow;
  }
  return impliesAll(both, c);
}
