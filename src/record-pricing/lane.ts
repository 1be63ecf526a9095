import type { Conditions } from '../engine/condition.ts';
import type { AddRows } from '../engine/running-bill.ts';
import type { OpenBill } from './open-bill.ts';
import type { Where } from './where.ts';

const MOST_ROWS = 4096;
const FIRST_ROWS = 32;

/** Usage whose counts are all whole numbers. */
export type CountedUsage = Readonly<Record<string, number>>;

/** Rows for one bill, asked for under equal conditions and with counts of the same meters, until they are priced. */
export interface Lane {
  readonly bill: OpenBill;
  readonly meters: readonly string[];
  readonly conditions: Conditions;
  columns: Float64Array[];
  /** Where each row's record stands. */
  lines: Float64Array;
  readonly files: string[];
  rows: number;
  /** Opened when rows are first priced. */
  add: AddRows | null;
}

export function newLane(bill: OpenBill, meters: readonly string[], conditions: Conditions): Lane {
  return {
    bill,
    meters,
    conditions,
    columns: meters.map(() => new Float64Array(FIRST_ROWS)),
    lines: new Float64Array(FIRST_ROWS),
    files: [],
    rows: 0,
    add: null,
  };
}

/** Adds a row, and says whether there is room for another. */
export function addRow(lane: Lane, usage: CountedUsage, where: Where): boolean {
  const { columns, meters, rows } = lane;
  for (let index = 0; index < meters.length; index += 1) {
    (columns[index] as Float64Array)[rows] = usage[meters[index] as string] as number;
  }
  lane.lines[rows] = where.line;
  lane.files[rows] = where.file;
  lane.rows = rows + 1;
  return lane.rows < lane.lines.length || grow(lane);
}

/** Where the record of a row stands. */
export function rowPlace({ files, lines }: Lane, row: number): Where {
  return { file: files[row] ?? '', line: lines[row] ?? 0 };
}

function grow(lane: Lane): boolean {
  if (lane.lines.length >= MOST_ROWS) return false;
  lane.columns = lane.columns.map(larger);
  lane.lines = larger(lane.lines);
  return true;
}

function larger(column: Float64Array): Float64Array {
  const more = new Float64Array(Math.min(MOST_ROWS, column.length * 4));
  more.set(column);
  return more;
}
