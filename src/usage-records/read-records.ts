import type { Adapter, JsonObject } from './adapter.ts';
import type { FileState } from './fold.ts';
import { ADAPTERS } from './formats/index.ts';
import { type Held, holdRecords } from './hold.ts';
import { firstOf } from './path.ts';
import type { RecordProblem } from './problem.ts';
import { asRecord, type RecordReader, recordReader } from './read-record.ts';
import { recognise } from './recognise.ts';
import { unwrap } from './unwrap.ts';
import type { Outcome } from './usage-record.ts';

/** What came of a record, and where it stands. */
export type Located<W> = Outcome & { readonly where: W };

/** How records are told apart. */
export interface ReadOptions {
  /** The format, where it is stated: `openai-chat`; or an adapter made from a mapping. */
  readonly format?: string | Adapter;
  /** Who sells, where records do not say. */
  readonly provider?: string;
  /** Further fields to take, by name or path. */
  readonly fields?: readonly string[];
}

/** Reads the records of one file, in their order. */
export interface FileReader<W> {
  /** Reads a parsed value: a record, a wrapper around one, or a page of them. */
  readonly read: (value: unknown, where: W) => void;
  /** Must be called when the file ends. */
  readonly end: (where: W) => void;
}

/** Reads any number of files whose records may repeat each other. */
export interface RecordsReader<W> {
  readonly file: () => FileReader<W>;
  /** Must be called when all files have ended: records that could have come again are given out then. */
  readonly end: () => void;
  /** Records dropped because they repeat another, or hold what their children count, by format. */
  readonly repeated: ReadonlyMap<string, number>;
}

/**
 * Reads usage records, one `take` for each outcome. Records of formats that never repeat are given out at once;
 * others when all is read, one for each key.
 */
export function readRecords<W>(options: ReadOptions, take: (outcome: Located<W>) => void): RecordsReader<W> {
  const stated = options.format === undefined ? null : recordReader(adapterOf(options.format));
  const readers = ADAPTERS.map(recordReader);
  const provider = options.provider ?? null;
  const held: Held<W> = holdRecords(take);
  const more = (options.fields ?? []).map((name) => ({ name, take: firstOf([[name], name]) }));

  const file = (): FileReader<W> => {
    const state: FileState = {};
    let last: RecordReader | null = null;
    let lastTest: RecordReader['lacks'] = () => '';
    let lastRivals: readonly RecordReader[] = [];
    let morePages = false;

    const readerOf = (record: JsonObject): RecordReader | RecordProblem => {
      if (stated) return stated;
      if (last && lastTest(record) === null && !isRivalled(record)) return last;
      const found = recognise(record, readers, provider);
      if ('code' in found) return found;
      last = found;
      lastTest = provider !== null && found.adapter.sellers?.includes(provider) ? found.lacksLoosely : found.lacks;
      lastRivals = readers.filter(({ adapter }) => adapter.over?.includes(found.adapter.format));
      return found;
    };
    /** Whether a format that goes before the one read last fits as well. */
    const isRivalled = (record: JsonObject): boolean => {
      for (const { lacks } of lastRivals) if (lacks(record) === null) return true;
      return false;
    };
    const give = (outcome: Outcome | null, where: W, reader: RecordReader, raw: JsonObject = {}): void => {
      if (!outcome) return;
      const located: Located<W> = Object.assign(outcome, { where });
      if (located.kind === 'record' && more.length > 0) {
        located.record = { ...located.record, fields: fieldsOf(located.record.fields, raw) };
      }
      if (located.kind === 'record' && held.hold(located, reader.adapter)) return;
      take(located);
    };
    const fieldsOf = (known: Readonly<Record<string, string>>, raw: JsonObject): Readonly<Record<string, string>> => {
      const found: Record<string, string> = { ...known };
      for (const { name, take: takeField } of more) {
        const value = takeField(raw);
        if (known[name] === undefined && value !== undefined && typeof value !== 'object') found[name] = String(value);
      }
      return found;
    };
    const readOne = (value: unknown, where: W): void => {
      let record = asRecord(value);
      if (isProblem(record)) {
        take({ kind: 'unreadable', problems: [record], where });
        return;
      }
      let reader = readerOf(record);
      if ('code' in reader && !('usage' in record)) {
        const bare = { usage: record };
        const again = readerOf(bare);
        if (!('code' in again)) [record, reader] = [bare, again];
      }
      if ('code' in reader) {
        take({ kind: 'unreadable', problems: [reader], where });
        return;
      }
      held.see(reader.node(record), reader.adapter);
      give(reader.read(record, state), where, reader, record);
    };
    return {
      read: (value, where) => {
        const { records, more: follows, isPage } = unwrap(value);
        if (isPage) morePages = follows;
        for (const one of records) readOne(one, where);
      },
      end: (where) => {
        const reader = stated ?? last;
        if (reader) give(reader.end(state), where, reader);
        if (morePages) {
          take({ kind: 'unreadable', problems: [{ code: 'more_pages', args: {}, path: '' }], where });
        }
      },
    };
  };
  return { file, end: held.end, repeated: held.repeated };
}

function isProblem(value: JsonObject | RecordProblem): value is RecordProblem {
  return value['code'] === 'not_an_object';
}

function adapterOf(format: string | Adapter): Adapter {
  if (typeof format !== 'string') return format;
  const found = ADAPTERS.find((adapter) => adapter.format === format);
  if (found) return found;
  throw new Error(`there is no format "${format}"; the formats are ${ADAPTERS.map((one) => one.format).join(', ')}`);
}
