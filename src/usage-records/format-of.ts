import type { JsonObject } from './json-object.ts';
import type { RecordProblem } from './problem.ts';
import type { RecordReader } from './read-record.ts';
import { recognise } from './recognise.ts';

/** Tells the formats of the records of one file. */
export interface FormatMemory {
  readonly of: (record: JsonObject) => RecordReader | RecordProblem;
  /** The reader of the record before; null before the first. */
  readonly last: () => RecordReader | null;
  readonly named: (format: string) => RecordReader | null;
}

/**
 * Recognises records; as long as they look like the one before, and no format fits that goes
 * before it, it holds. `start` is the format of the record before the first.
 */
export function formatMemory(
  readers: readonly RecordReader[],
  provider: string | null,
  start: string | null,
): FormatMemory {
  let last: RecordReader | null = null;
  let fits: RecordReader['lacks'] = () => '';
  let rivals: readonly RecordReader[] = [];
  const keep = (found: RecordReader): void => {
    last = found;
    fits = provider !== null && found.adapter.sellers?.includes(provider) ? found.lacksLoosely : found.lacks;
    rivals = readers.filter(({ adapter }) => adapter.over?.includes(found.adapter.format));
  };
  const begun = readers.find(({ adapter }) => adapter.format === start);
  if (begun) keep(begun);
  const isRivalled = (record: JsonObject): boolean => {
    for (const { lacks } of rivals) if (lacks(record) === null) return true;
    return false;
  };
  return {
    last: () => last,
    named: (format) => readers.find(({ adapter }) => adapter.format === format) ?? null,
    of: (record) => {
      if (last && fits(record) === null && !isRivalled(record)) return last;
      const found = recognise(record, readers, provider);
      if ('code' in found) return found;
      keep(found);
      return found;
    },
  };
}

/** The format that was stated, whatever records look like. */
export function statedFormat(reader: RecordReader): FormatMemory {
  return { of: () => reader, last: () => reader, named: () => reader };
}
