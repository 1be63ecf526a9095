import { type ConditionKey, type Conditions, isConditionKey } from '../engine/condition.ts';
import type { Adapter } from './adapter.ts';
import type { JsonObject } from './json-object.ts';
import { firstOf } from './path.ts';
import { plainText } from './plain-text.ts';

const NO_CONDITIONS: Conditions = {};

/** Compiles what a record says about how it was asked for; equal conditions are one object. */
export function compileConditions(adapter: Adapter): (record: JsonObject) => Conditions {
  const always = (adapter.always ?? NO_CONDITIONS) as Conditions;
  const takes = (adapter.when ?? []).map(({ key, from, values }) => ({ key, take: firstOf(from), values }));
  const made = new Map<string, Conditions>();
  return (record) => {
    let text = '';
    let found: Partial<Record<ConditionKey, string>> | null = null;
    for (const { key, take, values } of takes) {
      const value = take(record);
      if (value === undefined || value === '' || !isConditionKey(key)) continue;
      const word = plainText(value);
      const meant = Object.hasOwn(values, word) ? values[word] : word.toLowerCase();
      if (meant === undefined || meant === '') continue;
      found = { ...(found ?? always), [key]: meant };
      text += `${key}=${meant} `;
    }
    if (!found) return always;
    const known = made.get(text);
    if (known) return known;
    made.set(text, found);
    return found;
  };
}
