import { type ConditionKey, type Conditions, isConditionKey } from '../engine/condition.ts';
import type { Adapter } from './adapter.ts';
import type { Condition } from './declared-counts.ts';
import type { JsonObject } from './json-object.ts';
import { getter, pathText } from './path.ts';
import { type RecordProblem, shown } from './problem.ts';

const NO_CONDITIONS: Conditions = {};

/**
 * Compiles what a record says about how it was asked for; equal conditions are one object. A field that holds no word
 * goes to `problems`, and says nothing.
 */
export function compileConditions(adapter: Adapter): (record: JsonObject, problems: RecordProblem[]) => Conditions {
  const always = (adapter.always ?? NO_CONDITIONS) as Conditions;
  const takes = (adapter.when ?? []).flatMap(({ key, from, values }) =>
    isConditionKey(key) ? [{ key, values, fields: from.map((path) => ({ take: getter(path), path })) }] : [],
  );
  const made = new Map<string, Conditions>();
  return (record, problems) => {
    let text = '';
    let found: Partial<Record<ConditionKey, string>> | null = null;
    for (const { key, values, fields } of takes) {
      for (const { take, path } of fields) {
        const value = take(record);
        if (value === undefined) continue;
        const meant = meaning(value, values);
        if (meant === null) {
          const field = pathText(path);
          const args = { field, value: shown(value), words: Object.keys(values) };
          problems.push({ code: 'malformed_condition', args, path: field });
        }
        if (meant === null || meant === '') continue;
        found = { ...(found ?? always), [key]: meant };
        text += `${key}=${meant} `;
        break;
      }
    }
    if (!found) return always;
    const known = made.get(text);
    if (known) return known;
    made.set(text, found);
    return found;
  };
}

/** What a field means: one of the format's own words, or a word as it stands. Null where it is none. */
function meaning(value: unknown, values: Condition['values']): string | null {
  if (typeof value === 'object') return null;
  const word = String(value);
  if (Object.hasOwn(values, word)) return values[word] ?? null;
  return typeof value === 'string' ? word.toLowerCase() : null;
}
