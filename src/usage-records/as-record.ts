import { isObject, type JsonObject } from './json-object.ts';
import { type RecordProblem, shown } from './problem.ts';

/** Whether a value can hold a record. */
export function asRecord(value: unknown): JsonObject | RecordProblem {
  if (isObject(value)) return value;
  return { code: 'not_an_object', args: { found: Array.isArray(value) ? 'a list' : shown(value) }, path: '' };
}
