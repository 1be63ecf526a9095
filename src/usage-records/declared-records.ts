import type { Path } from './path.ts';

/**
 * What a record must look like: all of `has` stated, none of `lacks`, each field of `is` one of its values, and each of
 * `begins` a text that begins so.
 */
export interface Shape {
  readonly has?: readonly Path[];
  readonly any?: readonly Path[];
  readonly lacks?: readonly Path[];
  readonly is?: Readonly<Record<string, readonly string[]>>;
  readonly begins?: Readonly<Record<string, string>>;
}

/** Records that are left out knowingly, with the reason that is counted. */
export interface Skip {
  readonly shape: Shape;
  readonly reason: string;
  /** Its shape is the format's alone, so that it tells the format where nothing else does. */
  readonly tells?: true;
}

/** Records that repeat each other: those with an equal key are one, and one of them is kept. */
export interface Repeats {
  /** Only records of this shape repeat others; all when absent. */
  readonly of?: Shape;
  /** Fields that are joined; those that are not stated are left out. */
  readonly key: readonly Path[];
  readonly keep: 'largest' | 'first' | 'last';
  /** A field that, when true, loses against a record without it. */
  readonly loses?: Path;
}

/** Running totals: a record counts what it adds to the one before in the same file. */
export interface Cumulative {
  /** The object of running totals; the counts' paths begin in it. */
  readonly total: Path;
  /** The object of what this record alone added. */
  readonly last: Path;
}

/** Events that together make one record: the first opens it, later ones replace what they state. None is passed over. */
export interface EventStream {
  readonly type: Path;
  readonly open: { readonly is: string; readonly take: Path };
  readonly update: { readonly is: string; readonly take: Path; readonly into: string };
  readonly close: string;
  /** Events that belong to no answer and count nothing. */
  readonly idle: readonly string[];
}

/** A tree of records in which only leaves count. */
export interface Tree {
  readonly id: Path;
  readonly parent: Path;
}

/** A field that lines before a record set for all that follow in the file. */
export interface Carried {
  readonly shape: Shape;
  readonly from: Path;
  readonly to: string;
}

/** An object of counts; `keys` are no counts or repeat others, `only` limits it to keys that begin so, `ends` to those that end so. */
export interface Known {
  readonly in: Path;
  readonly keys: readonly string[];
  readonly only?: string;
  readonly ends?: readonly string[];
}
