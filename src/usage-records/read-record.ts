import type { Adapter } from './adapter.ts';
import type { FileState, OpenAnswer } from './file-state.ts';
import { foldEvents } from './fold-events.ts';
import { foldTotals } from './fold-totals.ts';
import type { JsonObject } from './json-object.ts';
import { getter } from './path.ts';
import type { RecordProblem } from './problem.ts';
import { compileRecord } from './record-of.ts';
import { shapeTest } from './shape.ts';
import { compileNode } from './tree-node.ts';
import type { Outcome, UsageRecord } from './usage-record.ts';

/** Reads the records of one format. */
export interface RecordReader {
  readonly adapter: Adapter;
  /** What a record lacks to be of this format; null where it is. */
  readonly lacks: (record: JsonObject) => string | null;
  /** The same when the format or its seller is stated. */
  readonly lacksLoosely: (record: JsonObject) => string | null;
  /** Whether a record that lacks the format's shape can only be one of those that the format leaves out. */
  readonly tells: (record: JsonObject) => boolean;
  /** Reads one record; `state` is that of the file it stands in. Null where it only prepared those that follow. */
  readonly read: (record: JsonObject, state: FileState) => Outcome | null;
  /** Its place in a tree of records, whether it counts anything or not. */
  readonly node: (record: JsonObject) => UsageRecord['node'];
  /** What is left when a file ends. */
  readonly end: (state: FileState) => Outcome | null;
}

const readers = new WeakMap<Adapter, RecordReader>();

/** The reader of an adapter, compiled once. */
export function recordReader(adapter: Adapter): RecordReader {
  let reader = readers.get(adapter);
  if (!reader) {
    reader = compile(adapter);
    readers.set(adapter, reader);
  }
  return reader;
}

function compile(adapter: Adapter): RecordReader {
  const lacks = shapeTest(adapter.shape);
  const lacksLoosely = adapter.loose ? shapeTest(adapter.loose) : lacks;
  const skips = (adapter.skip ?? []).map(({ shape, reason, tells }) => ({ test: shapeTest(shape), reason, tells }));
  const carried = (adapter.carried ?? []).map(({ shape, from, to }) => ({
    test: shapeTest(shape),
    take: getter(from),
    to,
  }));
  const readOne = compileRecord(adapter);
  const nodeOf = compileNode(adapter);
  const { events, cumulative, format } = adapter;

  const readAnswer = ({ record, isCounted, beginsWith }: OpenAnswer, isClosed: boolean): Outcome => {
    const outcome = readOne(record);
    const found: RecordProblem[] = [];
    if (beginsWith !== null) {
      const args = { format, beginsWith, expected: events?.open.is ?? '' };
      found.push({ code: 'headless_stream', args, path: '' });
    }
    const isCut = !isClosed || (beginsWith === null && !isCounted);
    if (isCut && outcome.kind === 'record') found.push({ code: 'cut_stream', args: { format }, path: '' });
    return outcome.kind === 'skipped' ? outcome : { ...outcome, problems: [...found, ...outcome.problems] };
  };

  return {
    adapter,
    lacks,
    lacksLoosely,
    tells: (record) => skips.some(({ test, tells }) => tells && test(record) === null),
    node: (record) => (adapter.tree ? nodeOf(adapter.arrange ? adapter.arrange(record) : record) : null),
    read: (given, state) => {
      let record = adapter.arrange ? adapter.arrange(given) : given;
      let carries = false;
      for (const { test, take, to } of carried) {
        if (test(record) !== null) continue;
        const value = take(record);
        if (value !== undefined) state.carried = { ...state.carried, [to]: value };
        carries = true;
      }
      for (const { test, reason } of skips) if (test(record) === null) return { kind: 'skipped', reason };
      const missing = lacksLoosely(given);
      if (missing !== null) {
        if (carries) return null;
        return unreadable({ code: 'not_of_format', args: { format, missing }, path: '' });
      }
      if (events) {
        const folded = foldEvents({ format, events }, record, state);
        return folded ? readAnswer(folded.answer, folded.isClosed) : null;
      }
      if (state.carried) record = { ...state.carried, ...record };
      if (cumulative) {
        const own = foldTotals(cumulative, record, state);
        if (own === 'repeated') return { kind: 'skipped', reason: 'running totals that did not change' };
        record = own;
      }
      return readOne(record);
    },
    end: (state) => {
      const open = state.open;
      if (!open) return null;
      delete state.open;
      return readAnswer(open, false);
    },
  };
}

function unreadable(...problems: RecordProblem[]): Outcome {
  return { kind: 'unreadable', problems };
}
