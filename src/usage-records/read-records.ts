import type { Adapter } from './adapter.ts';
import { askedFields } from './asked-fields.ts';
import { formatMemory, statedFormat } from './format-of.ts';
import { ADAPTERS } from './formats/index.ts';
import { type Held, type HeldPart, holdRecords } from './hold.ts';
import { type FileMemory, type FileReader, fileReader, NO_MEMORY } from './read-file.ts';
import { recordReader } from './read-record.ts';
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

/** Reads any number of files whose records may repeat each other. */
export interface RecordsReader<W> {
  /** A reader for one more file; `begun` is what was remembered where it begins within one. */
  readonly file: (begun?: FileMemory) => FileReader<W>;
  /** Must be called when all files have ended: records that could have come again are given out then. */
  readonly end: () => void;
  /** Records dropped because they repeat another, or hold what their children count, by format. */
  readonly repeated: ReadonlyMap<string, number>;
  /** What is held so far, for another reader to merge. */
  readonly part: () => HeldPart<W>;
  /** Adds what a reader of a later stretch held; its records are placed anew by `moved`. */
  readonly merge: (part: HeldPart<W>, moved: (where: W) => W) => void;
}

/**
 * Reads usage records, one `take` for each outcome. Records of formats that never repeat are given out at once;
 * others when all is read, one for each key.
 */
export function readRecords<W>(options: ReadOptions, take: (outcome: Located<W>) => void): RecordsReader<W> {
  const stated = options.format === undefined ? null : recordReader(adapterOf(options.format));
  const readers = ADAPTERS.map(recordReader);
  const held: Held<W> = holdRecords(take);
  const fields = askedFields(options.fields ?? []);
  const formats = (start: string | null) =>
    stated ? statedFormat(stated) : formatMemory(readers, options.provider ?? null, start);
  return {
    file: (begun = NO_MEMORY) => fileReader({ formats: formats(begun.format), fields, held, take }, begun),
    end: held.end,
    repeated: held.repeated,
    part: held.part,
    merge: held.merge,
  };
}

function adapterOf(format: string | Adapter): Adapter {
  if (typeof format !== 'string') return format;
  const found = ADAPTERS.find((adapter) => adapter.format === format);
  if (found) return found;
  throw new Error(`there is no format "${format}"; the formats are ${ADAPTERS.map((one) => one.format).join(', ')}`);
}
