import type { JsonObject } from './json-object.ts';

/** What is remembered between the records of one file. */
export interface FileState {
  carried?: JsonObject;
  /** Running totals so far. */
  totals?: JsonObject;
  /** An answer whose events have not all come. */
  open?: OpenAnswer;
}

/** An answer whose events are put together. */
export interface OpenAnswer {
  /** The format of its events; records of others may come between. */
  readonly format: string;
  readonly record: JsonObject;
  /** Whether counts came after those that it began with. */
  readonly isCounted: boolean;
  /** What it begins with where that is not its opening event; null where it is. */
  readonly beginsWith: string | null;
}
