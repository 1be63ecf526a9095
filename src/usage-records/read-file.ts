import { asRecord } from './as-record.ts';
import type { askedFields } from './asked-fields.ts';
import type { FileState } from './file-state.ts';
import { asFlat, withUsage } from './flat-record.ts';
import type { FormatMemory } from './format-of.ts';
import type { Held } from './hold.ts';
import type { JsonObject } from './json-object.ts';
import type { RecordProblem } from './problem.ts';
import type { RecordReader } from './read-record.ts';
import type { Located } from './read-records.ts';
import { unwrap } from './unwrap.ts';
import type { Outcome } from './usage-record.ts';

/** Reads the records of one file, in their order. */
export interface FileReader<W> {
  /** Reads a parsed value: a record, a wrapper around one, or a page of them. */
  readonly read: (value: unknown, where: W) => void;
  /** Must be called when the file ends. */
  readonly end: (where: W) => void;
  /** What is remembered of the records so far, for a reader of what follows in the file. */
  readonly memory: () => FileMemory;
}

/** What one record of a file leaves for the next, as plain data. */
export interface FileMemory {
  readonly format: string | null;
  readonly state: FileState;
  readonly morePages: boolean;
}

/** What is remembered before the first record of a file. */
export const NO_MEMORY: FileMemory = { format: null, state: {}, morePages: false };

/** Where the records of a file go, and how they are told apart. */
export interface FileSinks<W> {
  readonly formats: FormatMemory;
  readonly fields: ReturnType<typeof askedFields>;
  readonly held: Held<W>;
  readonly take: (outcome: Located<W>) => void;
}

/** A reader for one more file, or for what follows in one after what is remembered. */
export function fileReader<W>({ formats, fields, held, take }: FileSinks<W>, begun: FileMemory): FileReader<W> {
  const state: FileState = { ...begun.state };
  let { morePages } = begun;

  const give = (outcome: Outcome | null, where: W, reader: RecordReader, raw: JsonObject = {}): void => {
    if (!outcome) return;
    const located: Located<W> = Object.assign(outcome, { where });
    if (located.kind !== 'record') {
      take(located);
      return;
    }
    if (fields) located.record = { ...located.record, fields: fields(located.record.fields, raw) };
    if (!held.hold(located, reader.adapter)) take(located);
  };
  const readOne = (value: unknown, where: W): void => {
    const record = asRecord(value);
    if (isProblem(record)) {
      take({ kind: 'unreadable', problems: [record], where });
      return;
    }
    const reader = formats.of(record);
    if ('code' in reader) {
      const flat = 'usage' in record ? null : withUsage(record);
      const again = flat ? formats.of(flat) : reader;
      if (!flat || 'code' in again) {
        take({ kind: 'unreadable', problems: [reader], where });
        return;
      }
      const outcome = again.read(flat, state);
      give(outcome && asFlat(outcome, record), where, again, record);
      return;
    }
    held.see(reader.node(record));
    give(reader.read(record, state), where, reader, record);
  };

  return {
    read: (value, where) => {
      const { records, more, isPage } = unwrap(value);
      if (isPage) morePages = more;
      for (const one of records) readOne(one, where);
    },
    memory: () => ({ format: formats.last()?.adapter.format ?? null, state, morePages }),
    end: (where) => {
      const reader = state.open ? formats.named(state.open.format) : null;
      if (reader) give(reader.end(state), where, reader);
      if (morePages) take({ kind: 'unreadable', problems: [{ code: 'more_pages', args: {}, path: '' }], where });
    },
  };
}

function isProblem(value: JsonObject | RecordProblem): value is RecordProblem {
  return value['code'] === 'not_an_object';
}
