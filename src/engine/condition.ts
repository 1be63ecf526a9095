import { parseInstant } from './instant.ts';
import { inWindow, isWindowWithin, type TimeWindow, windowsMeet } from './time-window.ts';

/**
 * What a request can be asked for that changes its price, and the value that holds when nothing is said.
 * A key without such a value (null) matches nothing until it is stated.
 */
export const CONDITION_KEYS = {
  service_tier: 'standard',
  speed: 'standard',
  region: 'global',
  endpoint: 'standard',
  context_size: null,
  resolution: null,
  quality: null,
  mode: 'standard',
  plan: 'pay_as_you_go',
  upstream_key: 'provider',
} as const satisfies Record<string, string | null>;

export type ConditionKey = keyof typeof CONDITION_KEYS;

/** What a request is asked for: `{service_tier: "batch"}`. */
export type Conditions = { readonly [K in ConditionKey]?: string };

/** Dates between which a rule holds: `from` inclusive, `until` exclusive; an absent side is open. */
export interface DateSpan {
  readonly from?: string;
  readonly until?: string;
}

/** A conjunction: every key that is present must hold; a list of values or windows is any of them. */
export type When = { readonly [K in ConditionKey]?: string | readonly string[] } & {
  readonly time?: readonly TimeWindow[];
  readonly dates?: DateSpan;
};

const keys = new WeakMap<Conditions, string>();

/** A text that is the same for equal conditions; what holds anyway goes without saying. */
export function conditionsKey(conditions: Conditions): string {
  let key = keys.get(conditions);
  if (key === undefined) {
    key = KEYS.flatMap((name) => {
      const value = conditions[name] ?? CONDITION_KEYS[name];
      return value === CONDITION_KEYS[name] ? [] : [`${name}=${value}`];
    }).join('&');
    keys.set(conditions, key);
  }
  return key;
}

const KEYS = Object.keys(CONDITION_KEYS) as ConditionKey[];
const NEVER = Number.NEGATIVE_INFINITY;
const ALWAYS = Number.POSITIVE_INFINITY;

export function isConditionKey(key: string): key is ConditionKey {
  return Object.hasOwn(CONDITION_KEYS, key);
}

/** The values that a key of a `when` allows, or null where it does not speak of that key. */
export function allowedValues(when: When | undefined, key: ConditionKey): readonly string[] | null {
  const value = when?.[key];
  if (value === undefined) return null;
  return typeof value === 'string' ? [value] : value;
}

/** Whether a rule holds for a request made at a moment. */
export function holds(when: When | undefined, conditions: Conditions, ms: number): boolean {
  if (!when) return true;
  for (const key of KEYS) {
    const allowed = allowedValues(when, key);
    if (!allowed) continue;
    const value = conditions[key] ?? CONDITION_KEYS[key];
    if (value === null || !allowed.includes(value)) return false;
  }
  return isInForce(when, ms);
}

/** Whether the dates and hours of a rule hold at a moment, whatever is asked for. */
export function isInForce(when: When, ms: number): boolean {
  if (when.dates && !inDates(ms, when.dates)) return false;
  return !when.time || when.time.some((window) => inWindow(ms, window));
}

/** Whether a rule fails only because something that has no usual value was not stated. */
export function waitsForCondition(when: When, conditions: Conditions): boolean {
  return KEYS.every((key) => {
    const allowed = allowedValues(when, key);
    const value = conditions[key] ?? CONDITION_KEYS[key];
    return !allowed || value === null || allowed.includes(value);
  });
}

function bounds(span: DateSpan): [number, number] {
  const from = span.from === undefined ? NEVER : (parseInstant(span.from)?.ms ?? NEVER);
  const until = span.until === undefined ? ALWAYS : (parseInstant(span.until)?.ms ?? ALWAYS);
  return [from, until];
}

function inDates(ms: number, span: DateSpan): boolean {
  const [from, until] = bounds(span);
  return from <= ms && ms < until;
}

/**
 * Whether `a` speaks of everything that `b` does, at least as narrowly, and the two differ. A rate for
 * `{service_tier: batch}` is more specific than one without conditions; one for a region is neither.
 */
export function isMoreSpecific(a: When | undefined, b: When | undefined): boolean {
  return impliesAll(a, b) && !impliesAll(b, a);
}

function impliesAll(a: When | undefined, b: When | undefined): boolean {
  if (!b) return true;
  for (const key of KEYS) {
    const wide = allowedValues(b, key);
    if (!wide) continue;
    const narrow = allowedValues(a, key);
    if (!narrow?.every((value) => wide.includes(value))) return false;
  }
  if (b.time && !a?.time?.every((x) => b.time?.some((y) => isWindowWithin(x, y)))) return false;
  if (!b.dates) return true;
  if (!a?.dates) return false;
  const [aFrom, aUntil] = bounds(a.dates);
  const [bFrom, bUntil] = bounds(b.dates);
  return aFrom >= bFrom && aUntil <= bUntil;
}

/** Whether some request at some moment satisfies both. */
export function canBothHold(a: When | undefined, b: When | undefined): boolean {
  if (!a || !b) return true;
  for (const key of KEYS) {
    const left = allowedValues(a, key);
    const right = allowedValues(b, key);
    if (left && right && !left.some((value) => right.includes(value))) return false;
    // A key that one leaves open is free to take the other's value.
  }
  if (a.time && b.time && !a.time.some((x) => b.time?.some((y) => windowsMeet(x, y)))) return false;
  if (!a.dates || !b.dates) return true;
  const [aFrom, aUntil] = bounds(a.dates);
  const [bFrom, bUntil] = bounds(b.dates);
  return aFrom < bUntil && bFrom < aUntil;
}

/** Whether two rules for the same thing can hold together with neither the more specific. */
export function areAmbiguous(a: When | undefined, b: When | undefined): boolean {
  return canBothHold(a, b) && !isMoreSpecific(a, b) && !isMoreSpecific(b, a);
}

/** Whether everything that satisfies both `a` and `b` satisfies `c`; false where that cannot be told. */
export function coversBoth(a: When | undefined, b: When | undefined, c: When | undefined): boolean {
  const both = { ...a, ...b };
  for (const key of KEYS) {
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

/** `service_tier batch`, `mon to fri 16:30 to 00:30 UTC`: a `when` as a reader would say it. */
export function whenWords(when: When): string {
  const parts: string[] = [];
  for (const key of KEYS) {
    const allowed = allowedValues(when, key);
    if (allowed) parts.push(`${key.replaceAll('_', ' ')} ${allowed.join(' or ')}`);
  }
  for (const { days, from, until, zone } of when.time ?? []) {
    parts.push(`${days ? `${days.join(', ')} ` : ''}${from} to ${until} ${zone}`);
  }
  if (when.dates?.from) parts.push(`from ${when.dates.from}`);
  if (when.dates?.until) parts.push(`until ${when.dates.until}`);
  return parts.join(', ');
}
