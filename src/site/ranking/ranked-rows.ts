import { isBefore } from './order.ts';
import { ROW_STATES, type Totals } from './totals.ts';

/** Rows in an order of which the first are known before the others are put in it. */
export interface RankedRows {
  readonly count: number;
  /** The row at a place, 0 the first; undefined beyond the last. */
  readonly at: (place: number) => number | undefined;
  readonly all: () => Uint32Array;
}

/** Rows from the cheapest on. */
export interface CheapestFirst extends RankedRows {
  /** The first that costs something; undefined where all are free. */
  readonly firstPaid: () => number | undefined;
}

/** Rows in an order that is known. */
export function knownRows(rows: Uint32Array): RankedRows {
  return { count: rows.length, at: (place) => rows[place], all: () => rows };
}

/** So many of the first rows are found without sorting: more than a window shows. */
const FIRST = 64;

/**
 * The priced rows of some flags from the cheapest on, equal ones in the order of their ids. The first of them are picked
 * out by their exact totals; the others are sorted when one of them is asked for. Rows that get a total afterwards are
 * not among them.
 *
 * @param order every priced row, the cheapest first; `known` where that was worked out before
 */
export function rankedRows(
  totals: Totals,
  fits: Uint8Array,
  order: { readonly known: boolean; readonly get: () => Uint32Array },
): CheapestFirst {
  const own = new Uint8Array(fits.length);
  let count = 0;
  const take = (row: number): void => {
    own[row] = 1;
    count += 1;
  };
  if (order.known) {
    for (const row of order.get()) if (fits[row] === 1) take(row);
  } else {
    const { state } = totals;
    for (let row = 0; row < fits.length; row += 1) if (fits[row] === 1 && state[row] === ROW_STATES.priced) take(row);
  }
  let all: Uint32Array | null = null;
  const sorted = (): Uint32Array => {
    all ??= order.get().filter((row) => own[row] === 1);
    return all;
  };
  const first = order.known ? firstOf(order.get(), own) : cheapestRows(totals, own, FIRST);
  return {
    count,
    at: (place) => (place < first.length ? first[place] : place < count ? sorted()[place] : undefined),
    all: sorted,
    firstPaid: () => firstPaid(totals, own),
  };
}

/** The cheapest of some flags that is not free. */
function firstPaid(totals: Totals, own: Uint8Array): number | undefined {
  const paid = Uint8Array.from(own);
  for (let row = 0; row < paid.length; row += 1) if (totals.size[row] === 0) paid[row] = 0;
  return cheapestRows(totals, paid, 1)[0];
}

function firstOf(order: Uint32Array, own: Uint8Array): Uint32Array {
  const rows = new Uint32Array(FIRST);
  let count = 0;
  for (let at = 0; at < order.length && count < FIRST; at += 1) {
    const row = order[at] as number;
    if (own[row] === 1) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** Beyond the last of the picked by more than a float can be wrong: a row that is not looked at further. */
const SURELY = 1 + 2 ** -40;

/** The `most` cheapest priced rows of some flags, by their exact totals. */
export function cheapestRows(totals: Totals, fits: Uint8Array, most: number): Uint32Array {
  const { state, size } = totals;
  const rows = new Uint32Array(most);
  let count = 0;
  let limit = Number.POSITIVE_INFINITY;
  for (let row = 0; row < fits.length; row += 1) {
    if (fits[row] !== 1 || state[row] !== ROW_STATES.priced || (size[row] as number) > limit) continue;
    if (count === most && !isBefore(totals, row, rows[most - 1] as number)) continue;
    let to = count < most ? count++ : most - 1;
    while (to > 0 && isBefore(totals, row, rows[to - 1] as number)) {
      rows[to] = rows[to - 1] as number;
      to -= 1;
    }
    rows[to] = row;
    if (count === most) limit = (size[rows[most - 1] as number] as number) * SURELY;
  }
  return rows.subarray(0, count);
}
