import { type Filter, rowsThatFit } from './filter.ts';
import { modelName, type OfferList, sellerName } from './offer-list.ts';
import { rowsByTotal } from './order.ts';
import { questionOf } from './question.ts';
import { type CheapestFirst, rankedRows } from './ranked-rows.ts';
import { type SearchWords, searchWords } from './search-words.ts';
import { ROW_STATES, type Totals, totalsOf } from './totals.ts';
import type { Work } from './work.ts';

/** A workload priced on all offers. */
export interface Board {
  readonly list: OfferList;
  readonly totals: Totals;
}

/** The rows that a filter leaves. */
export interface Shown {
  readonly ranked: CheapestFirst;
  /** How many have no total, and which. */
  readonly unpriced: number;
  readonly unpricedRows: () => number[];
  /** Rows that the engine has yet to price. */
  readonly waiting: number;
}

/** Null where a part of the usage is larger than its whole. */
export function boardOf(list: OfferList, works: readonly Work[]): Board | null {
  const question = questionOf(list.prepared, works);
  if (!question) return null;
  return { list, totals: totalsOf(list.prepared, question) };
}

/** The board with the rows to be put in order again, after some were settled. */
export function reordered({ list, totals }: Board): Board {
  return { list, totals };
}

const orders = new WeakMap<Board, Uint32Array>();

/** Every priced row of a board, the cheapest first; worked out when it is first asked for. */
export function orderOf(board: Board): Uint32Array {
  const known = orders.get(board) ?? rowsByTotal(board.totals);
  orders.set(board, known);
  return known;
}

export function shownRows(board: Board, filter: Filter): Shown {
  const { list, totals } = board;
  const fits = rowsThatFit(list, filter, () => wordsOfList(list));
  const { state } = totals;
  let unpriced = 0;
  let waiting = 0;
  for (let row = 0; row < fits.length; row += 1) {
    if (fits[row] === 0) continue;
    if (state[row] === ROW_STATES.unpriced) unpriced += 1;
    else if (state[row] === ROW_STATES.waiting) waiting += 1;
  }
  const unpricedRows = (): number[] => {
    const rows: number[] = [];
    for (let row = 0; row < fits.length; row += 1)
      if (fits[row] === 1 && state[row] === ROW_STATES.unpriced) rows.push(row);
    return rows;
  };
  const order = { known: orders.has(board), get: () => orderOf(board) };
  return { ranked: rankedRows(totals, fits, order), unpriced, unpricedRows, waiting };
}

const words = new WeakMap<OfferList, SearchWords>();

/** The words of all offers, gathered when they are first asked for. */
export function wordsOfList(list: OfferList): SearchWords {
  let known = words.get(list);
  if (!known) {
    const others = new Map(list.index.names);
    known = searchWords(
      list.ids.map((id, row) => [
        modelName(list, row),
        sellerName(list, row),
        id,
        others.get(row) ?? '',
        labOf(list, row),
      ]),
    );
    words.set(list, known);
  }
  return known;
}

function labOf({ index, models }: OfferList, row: number): string {
  return index.labs[models.lab[index.offers.model[row] ?? -1] ?? -1]?.[1] ?? '';
}

/** Why a row has no total, each reason in words. */
export function reasonsOf({ list, totals }: Board, row: number): string[] {
  const { index, prepared } = list;
  const refused = totals.refused.get(row);
  if (refused !== undefined) return [refused];
  const barred = prepared.barred[row] ?? 0;
  if (barred > 0) return [index.reasons[barred - 1] ?? ''];
  return totals.question.counted.flatMap((meter) => {
    const gap = prepared.gapAt[meter]?.[row] ?? 0;
    return gap > 0 ? [index.reasons[gap - 1] ?? ''] : [];
  });
}
