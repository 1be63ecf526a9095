import { readQuantity, takeAway } from './count.ts';
import type { Cumulative } from './declared-records.ts';
import type { FileState } from './file-state.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { getter } from './path.ts';

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
  const differences = Object.keys(totals).flatMap((key) => {
    const now = readQuantity(totals[key], true);
    const then = readQuantity(before[key] ?? 0, true);
    return now === null ? [] : [[key, then === null ? Number.NaN : Number(takeAway(now, then))] as const];
  });
  const isNew = differences.length === 0 || differences.some(([, difference]) => difference < 0);
  if (!isNew && differences.every(([, difference]) => difference === 0)) return 'repeated';
  if (isNew) return { ...record, counted: isObject(own) ? own : totals };
  return { ...record, counted: Object.fromEntries(differences) };
}
