import { type CompiledCard, compileCard } from '../engine/compile.ts';
import { formatInstant } from '../engine/instant.ts';
import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import { type EngineProblem, RatecardError } from '../engine/problem.ts';
import type { BillOptions } from '../engine/read-options.ts';
import type { BucketKey } from './buckets.ts';
import type { Group } from './groups.ts';
import type { Where } from './where.ts';
import type { Work } from './work.ts';

const MOST_ROWS = 4096;
const FIRST_ROWS = 32;

/** Rows of one offer under one set of conditions, with counts of the same meters, until they are priced together. */
export interface Bucket {
  readonly group: Group;
  readonly offer: Offer;
  readonly meters: readonly string[];
  readonly options: BillOptions;
  columns: Float64Array[];
  /** Where each row's record stands. */
  lines: Float64Array;
  readonly files: string[];
  rows: number;
  card: CompiledCard | null;
}

export function newBucket({ group, offer, meters: named, conditions, ms }: BucketKey, meters: Meters): Bucket {
  return {
    group,
    offer,
    meters: named,
    options: { at: formatInstant(ms), when: conditions, fees: false, meters },
    columns: named.map(() => new Float64Array(FIRST_ROWS)),
    lines: new Float64Array(FIRST_ROWS),
    files: [],
    rows: 0,
    card: null,
  };
}

/** Makes room for more rows, up to the most that are kept; false where they must be priced first. */
export function grow(bucket: Bucket): boolean {
  if (bucket.lines.length >= MOST_ROWS) return false;
  bucket.columns = bucket.columns.map(larger);
  bucket.lines = larger(bucket.lines);
  return true;
}

/** Prices the rows that have come, and adds their counts to the work done. */
export function flush(bucket: Bucket, work: Work, refuse: (problem: EngineProblem, where: Where) => void): void {
  const { rows, lines, files } = bucket;
  if (rows === 0) return;
  work.addRows(bucket.offer.id, bucket.meters, bucket.columns, rows);
  const whereOf = (row: number): Where => ({ file: files[row] ?? '', line: lines[row] ?? 0 });
  try {
    bucket.card ??= compileCard(bucket.offer, bucket.meters, bucket.options);
    for (const problem of bucket.card.add(bucket.columns, rows)) {
      refuse(problem, whereOf(Number(/^rows\/(\d+)/.exec(problem.path)?.[1] ?? 0)));
    }
  } catch (error) {
    if (!(error instanceof RatecardError)) throw error;
    for (const problem of error.problems) refuse(problem, whereOf(0));
  }
  bucket.rows = 0;
}

function larger(column: Float64Array): Float64Array {
  const more = new Float64Array(Math.min(MOST_ROWS, column.length * 4));
  more.set(column);
  return more;
}
