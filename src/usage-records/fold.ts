import type { Cumulative, EventStream } from './declared-records.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { getter } from './path.ts';
import { plainText } from './plain-text.ts';

/** What is remembered between the records of one file. */
export interface FileState {
  carried?: JsonObject;
  /** Running totals so far. */
  totals?: JsonObject;
  /** A record whose events have not all come. */
  open?: JsonObject;
}

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

/**
 * Puts the events of one answer together. Counts of later events replace those of earlier ones, for they are running
 * totals. Gives the record when its last event has come, or when another begins before that.
 */
export function foldEvents(
  { type, open, update, close }: EventStream,
  event: JsonObject,
  state: FileState,
): { readonly record: JsonObject; readonly complete: boolean } | null {
  const kind = getter(type)(event);
  const before = state.open;
  if (kind === open.is) {
    const begun = getter(open.take)(event);
    if (isObject(begun)) state.open = { ...pickScalars(event), ...begun };
    else delete state.open;
    return before ? { record: before, complete: false } : null;
  }
  if (!before) return null;
  if (kind === update.is) {
    const found = getter(update.take)(event);
    const old = before[update.into];
    if (isObject(found)) {
      const stated = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
      state.open = { ...before, [update.into]: { ...(isObject(old) ? old : {}), ...stated }, is_counted: true };
    }
    return null;
  }
  if (kind !== close) return null;
  delete state.open;
  return { record: before, complete: before['is_counted'] === true };
}

function pickScalars(event: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => typeof value !== 'object'));
}
