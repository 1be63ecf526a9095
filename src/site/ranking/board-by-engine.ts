import { type Board, boardOf, reordered } from './board.ts';
import type { OfferList } from './offer-list.ts';
import { ROW_STATES, settleRow } from './totals.ts';
import type { Work } from './work.ts';

/** What the engine makes of a workload on the offer of a row. */
export type PriceRow = (row: number, work: Work) => { readonly total: string } | { readonly reason: string };

/** A board on which rows that only the engine can price are settled. Null where a part of the usage is larger than its whole. */
export function boardByEngine(list: OfferList, work: Work, price: PriceRow): Board | null {
  const board = boardOf(list, [work]);
  if (!board) return null;
  for (const row of list.index.complex) {
    if (board.totals.state[row] === ROW_STATES.waiting) settleRow(board.totals, row, price(row, work));
  }
  return reordered(board);
}
