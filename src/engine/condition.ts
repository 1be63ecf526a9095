import { parseInstant } from './instant.ts';
import { once } from './once.ts';
import { inWindow, type TimeWindow } from './time-window.ts';

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

/**
 * A text that is the same for equal conditions and for no others; what holds anyway goes without saying. Values are
 * quoted, so that none of them reads like two.
 */
export const conditionsKey: (conditions: Conditions) => string = once((conditions) =>
  CONDITION_NAMES.flatMap((name) => {
    const value = conditions[name] ?? CONDITION_KEYS[name];
    return value === CONDITION_KEYS[name] ? [] : [`${name}=${JSON.stringify(value)}`];
  }).join('&'),
);

export const CONDITION_NAMES = Object.keys(CONDITION_KEYS) as ConditionKey[];

export function isConditionKey(key: string): key is ConditionKey {
  return Object.hasOwn(CONDITION_KEYS, key);
}

/** The values that a key of a `when` allows, or null where it does not speak of that key. */
export function allowedValues(when: When | undefined, key: ConditionKey): readonly string[] | null {
  const value = when?.[key];
  return typeof value === 'string' ? [value] : (value ?? null);
}

/** Whether a rule holds for a request made at a moment. */
export function holds(when: When | undefined, conditions: Conditions, ms: number): boolean {
  if (!when) return true;
  for (const key of CONDITION_NAMES) {
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

/** The first moment of a span of dates, and the first after it; a side that cannot be read is no number. */
export function dateBounds({ from, until }: { readonly [S in keyof DateSpan]?: string | null }): [number, number] {
  const bound = (date: string | null | undefined, open: number): number =>
    date == null ? open : (parseInstant(date)?.ms ?? Number.NaN);
  return [bound(from, Number.NEGATIVE_INFINITY), bound(until, Number.POSITIVE_INFINITY)];
}

function inDates(ms: number, span: DateSpan): boolean {
  const [from, until] = dateBounds(span);
  return from <= ms && ms < until;
}
