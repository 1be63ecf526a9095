/** The counts of one meter, a whole number for each request. */
export type Column = ArrayLike<number>;

/** Rows that are worked on together. */
export const CHUNK_ROWS = 4096;

/** Whole numbers of one kind, a row each. */
export type Rows = Float64Array;

/** Counts from here on are left to decimals. */
const MOST_COUNT = 2 ** 36;

/** Copies a part of a column; false where a value is not a whole number from 0 to below 2 to the 36th. */
export function fillColumn(target: Rows, column: Column | undefined, from: number, rows: number): boolean {
  if (!column) return false;
  let fit = true;
  for (let row = 0; row < rows; row += 1) {
    const value = column[from + row] ?? Number.NaN;
    fit &&= value >= 0 && value < MOST_COUNT && Math.floor(value) === value;
    target[row] = value;
  }
  return fit;
}

export function sumOf(rows: Rows, count: number): number {
  let sum = 0;
  for (let row = 0; row < count; row += 1) sum += rows[row] ?? 0;
  return sum;
}

/** The sums of rows by their step, the first for step -1; all in one where there are no steps. */
export function sumBySteps(rows: Rows, steps: Int8Array | null, count: number, slots: number): number[] {
  const sums = new Array<number>(slots).fill(0);
  if (!steps) sums[0] = sumOf(rows, count);
  else
    for (let row = 0; row < count; row += 1) {
      const slot = (steps[row] ?? -1) + 1;
      sums[slot] = (sums[slot] ?? 0) + (rows[row] ?? 0);
    }
  return sums;
}

/** The least whole count that has reached each step of a cliff. */
export interface Cliff {
  readonly subject: string;
  readonly reached: readonly number[];
}

/** The step that each row's count of the subject has reached. */
export function cliffSteps(subject: Rows, { reached }: Cliff, target: Int8Array, count: number): void {
  target.fill(-1, 0, count);
  for (const [step, least] of reached.entries()) {
    for (let row = 0; row < count; row += 1) if ((subject[row] ?? 0) >= least) target[row] = step;
  }
}

/** What a whole keeps beside its parts, row by row; false where a row's parts are larger. */
export function takeParts(
  parts: readonly Rows[],
  whole: readonly Rows[],
  index: number,
  inside: readonly number[],
  rows: number,
): boolean {
  const target = parts[index] as Rows;
  const source = whole[index] as Rows;
  target.set(source.subarray(0, rows));
  for (const inner of inside) {
    const part = parts[inner] as Rows;
    for (let row = 0; row < rows; row += 1) target[row] = (target[row] ?? 0) - (part[row] ?? 0);
  }
  let least = 0;
  for (let row = 0; row < rows; row += 1) least = Math.min(least, target[row] ?? 0);
  return least >= 0;
}

/** The sum of some meters, row by row. */
export function addUp(target: Rows, members: readonly number[], parts: readonly Rows[], rows: number): void {
  target.fill(0, 0, rows);
  for (const member of members) {
    const part = parts[member] as Rows;
    for (let row = 0; row < rows; row += 1) target[row] = (target[row] ?? 0) + (part[row] ?? 0);
  }
}
