import { compareTotals, ROW_STATES, type Totals } from './totals.ts';

/**
 * The priced rows from the cheapest on, equal ones in the order of their ids.
 *
 * The rows are sorted as floats whose last bits say which row each is, which the platform does fastest; neighbours
 * that are too near for the bits that are left are then put in order by their exact totals.
 */
export function rowsByTotal(totals: Totals): Uint32Array {
  const { state, size } = totals;
  const bits = Math.max(1, Math.ceil(Math.log2(size.length + 1)));
  const mask = 2 ** bits - 1;
  const keys = new Float64Array(size.length);
  const words = new Uint32Array(keys.buffer);
  let count = 0;
  for (let row = 0; row < size.length; row += 1) {
    if (state[row] !== ROW_STATES.priced) continue;
    keys[count] = size[row] as number;
    words[count * 2 + LOW] = (((words[count * 2 + LOW] as number) & ~mask) | row) >>> 0;
    count += 1;
  }
  const sorted = keys.subarray(0, count).sort();
  const sortedWords = new Uint32Array(sorted.buffer);
  const rows = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const row = (sortedWords[at * 2 + LOW] as number) & mask;
    let to = at;
    while (to > 0 && isBefore(totals, row, rows[to - 1] as number)) {
      rows[to] = rows[to - 1] as number;
      to -= 1;
    }
    rows[to] = row;
  }
  return rows;
}

/** Whether a row comes before another: it costs less, or as much and its id comes first. */
export function isBefore(totals: Totals, a: number, b: number): boolean {
  const difference = compareTotals(totals, a, b);
  return difference < 0 || (difference === 0 && a < b);
}

/** Which half of a float holds its last bits on this machine. */
const LOW = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;

/**
 * Rows sorted by keys of their own, whole numbers from 0 up, those with equal keys in the order that they come in;
 * rows without a key (-1) last, whichever way round.
 */
export function rowsByKey(rows: Uint32Array, keyOf: (row: number) => number, descending: boolean): Uint32Array {
  let most = 0;
  const keys = Float64Array.from(rows, (row) => {
    const key = keyOf(row);
    if (key > most) most = key;
    return key;
  });
  const width = rows.length;
  for (let at = 0; at < width; at += 1) {
    const key = keys[at] as number;
    const ranked = key < 0 ? most + 1 : descending ? most - key : key;
    keys[at] = ranked * width + at;
  }
  return Uint32Array.from(keys.sort(), (key) => rows[key % width] as number);
}
