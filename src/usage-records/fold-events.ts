import type { EventStream } from './declared-records.ts';
import type { FileState, OpenAnswer } from './file-state.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { getter, pathText } from './path.ts';
import { plainText } from './plain-text.ts';

/** An answer to read, and whether its last event has come. */
export interface FoldedAnswer {
  readonly answer: OpenAnswer;
  readonly isClosed: boolean;
}

/**
 * Puts the events of one answer together. Counts of later events replace those of earlier ones, for they are running
 * totals. Gives the answer when its last event has come, or when another begins before that. An event that comes
 * before any opening one begins an answer too, which tells what it begins with.
 */
export function foldEvents(
  { format, events: stream }: { readonly format: string; readonly events: EventStream },
  event: JsonObject,
  state: FileState,
): FoldedAnswer | null {
  const { type, open, update, close, idle } = stream;
  const kind = plainText(getter(type)(event));
  if (idle.includes(kind)) return null;
  const before = state.open;
  if (kind === open.is) {
    state.open = { format, ...begun(stream, event) };
    return before ? { answer: before, isClosed: false } : null;
  }
  const answer = before ?? { format, record: pickScalars(event), isCounted: false, beginsWith: kind };
  if (kind === close) {
    delete state.open;
    return { answer, isClosed: true };
  }
  const found = kind === update.is ? getter(update.take)(event) : undefined;
  state.open = isObject(found) ? updated(answer, update.into, found) : answer;
  return null;
}

function begun({ open }: EventStream, event: JsonObject): Omit<OpenAnswer, 'format'> {
  const found = getter(open.take)(event);
  const beginsWith = isObject(found) ? null : `a ${open.is} without a ${pathText(open.take)}`;
  return { record: { ...pickScalars(event), ...(isObject(found) ? found : {}) }, isCounted: false, beginsWith };
}

function updated(answer: OpenAnswer, into: string, found: JsonObject): OpenAnswer {
  const old = answer.record[into];
  const stated = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
  const counts = { ...(isObject(old) ? old : {}), ...stated };
  return { ...answer, record: { ...answer.record, [into]: counts }, isCounted: true };
}

function pickScalars(event: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => typeof value !== 'object'));
}
