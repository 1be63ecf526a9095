import type { Adapter } from './adapter.ts';
import { type FileState, foldEvents, foldTotals } from './fold.ts';
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
  const skips = (adapter.skip ?? []).map(({ shape, reason }) => ({ test: shapeTest(shape), reason }));
  const carried = (adapter.carried ?? []).map(({ shape, from, to }) => ({
    test: shapeTest(shape),
    take: getter(from),
    to,
  }));
  const readOne = compileRecord(adapter);
  const nodeOf = compileNode(adapter);
  const { events, cumulative } = adapter;

  return {
    adapter,
    lacks,
    lacksLoosely,
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
      if (events) {
        const folded = foldEvents(events, record, state);
        if (!folded) return null;
        if (!folded.complete) return cut(readOne(folded.record), adapter);
        return readOne(folded.record);
      }
      for (const { test, reason } of skips) if (test(record) === null) return { kind: 'skipped', reason };
      const missing = lacksLoosely(given);
      if (missing !== null) {
        if (carries) return null;
        return unreadable({ code: 'not_of_format', args: { format: adapter.format, missing }, path: '' });
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
      return cut(readOne(open), adapter);
    },
  };
}

function cut(outcome: Outcome, { format }: Adapter): Outcome {
  if (outcome.kind !== 'record') return outcome;
  const problem: RecordProblem = { code: 'cut_stream', args: { format }, path: '' };
  return { ...outcome, problems: [...outcome.problems, problem] };
}

function unreadable(...problems: RecordProblem[]): Outcome {
  return { kind: 'unreadable', problems };
}
