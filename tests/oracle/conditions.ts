import type { Conditions, When } from '../../src/engine/index.ts';
import { between, moment } from './moment.ts';
import { inTimeWindow } from './window.ts';

/** A request's conditions with those that hold by default, and its moment. */
export interface Situation {
  readonly values: Readonly<Record<string, string>>;
  readonly ms: number;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  service_tier: 'standard',
  speed: 'standard',
  region: 'global',
  endpoint: 'standard',
  mode: 'standard',
  plan: 'pay_as_you_go',
  upstream_key: 'provider',
};

const KEYS = new Set([...Object.keys(DEFAULTS), 'context_size', 'resolution', 'quality']);

export const isKnownKey = (key: string): boolean => KEYS.has(key);

export function situation(when: Conditions, ms: number): Situation {
  return { values: { ...DEFAULTS, ...when }, ms };
}

function valuesOf(when: When | undefined): [string, readonly string[]][] {
  return Object.entries(when ?? {}).flatMap(([key, value]): [string, readonly string[]][] =>
    KEYS.has(key) ? [[key, typeof value === 'string' ? [value] : (value as readonly string[])]] : [],
  );
}

/** Whether the moment alone allows a rule. */
export function isTimely(when: When | undefined, ms: number): boolean {
  if (when?.dates && !between(ms, when.dates.from, when.dates.until)) return false;
  return !when?.time || when.time.some((window) => inTimeWindow(ms, window));
}

export function applies(when: When | undefined, { values, ms }: Situation): boolean {
  for (const [key, allowed] of valuesOf(when)) if (!allowed.includes(values[key] ?? '')) return false;
  return isTimely(when, ms);
}

/** Whether `a` names every condition of `b` at least as narrowly. */
function covers(a: When | undefined, b: When | undefined): boolean {
  const narrow = new Map(valuesOf(a));
  for (const [key, wide] of valuesOf(b)) {
    const mine = narrow.get(key);
    if (!mine || mine.some((value) => !wide.includes(value))) return false;
  }
  if (b?.time && JSON.stringify(a?.time) !== JSON.stringify(b.time)) return false;
  if (!b?.dates) return true;
  if (!a?.dates) return false;
  const start = (text: string | undefined): number => (text === undefined ? -Infinity : (moment(text) ?? Number.NaN));
  const end = (text: string | undefined): number => (text === undefined ? Infinity : (moment(text) ?? Number.NaN));
  return start(a.dates.from) >= start(b.dates.from) && end(a.dates.until) <= end(b.dates.until);
}

export function isNarrower(a: When | undefined, b: When | undefined): boolean {
  return covers(a, b) && !covers(b, a);
}
