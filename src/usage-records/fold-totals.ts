import type { Cumulative } from './declared-records.ts';
import type { FileState } from './file-state.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { getter } from './path.ts';
import { plainText } from './plain-text.ts';

/**
 * What a record with running totals added by itself: the difference to the record before. Where totals fall, a count
 * has begun anew, and what the record says it added last is taken. Totals of 100 and then 250 are 100 and 150.
 */
export function foldTotals({ total, last }: Cumulative, record: JsonObject, state: FileState): JsonObject | 'repeated' {
  const totals = getter(total)(record);
  const own = getter(last)(record);
  if (!isObject(totals)) return { ...record, counted: own };
  const before = state.totals;
  state.totals = totals;
  if (!before) return { ...record, counted: isObject(own) ? own : totals };
  const keys = Object.keys(totals).filter((key) => typeof totals[key] === 'number');
  const differences = keys.map(
    (key) => [key, Number(totals[key]) - Number(plainText(before[key] ?? 0) || Number.NaN)] as const,
  );
  if (differences.every(([, difference]) => difference === 0)) return 'repeated';
  if (differences.some(([, difference]) => difference < 0)) return { ...record, counted: isObject(own) ? own : totals };
  return { ...record, counted: Object.fromEntries(differences) };
}
