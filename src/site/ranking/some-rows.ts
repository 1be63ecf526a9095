import { type PreparedIndex, rowsWith } from './prepared-index.ts';

/** Some rows of an index as an index of their own, in the order given: its row 0 is the first of them. */
export function someRows(prepared: PreparedIndex, rows: readonly number[]): PreparedIndex {
  const ints = (all: Int32Array): Int32Array => Int32Array.from(rows, (row) => all[row] ?? 0);
  const priceAt = prepared.priceAt.map(ints);
  const gapAt = prepared.gapAt.map(ints);
  return {
    ...prepared,
    rows: rows.length,
    priceAt,
    gapAt,
    rowsOf: priceAt.map((own, meter) => rowsWith(own, gapAt[meter], prepared.prices)),
    provider: ints(prepared.provider),
    barred: ints(prepared.barred),
    isComplex: Uint8Array.from(rows, (row) => prepared.isComplex[row] ?? 0),
  };
}
