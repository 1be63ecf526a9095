import type { Catalog } from '../../catalog/catalog.ts';
import type { OfferIndex } from '../offer-index/offer-index.ts';
import { type Board, boardOf, reordered } from '../ranking/board.ts';
import { offerList } from '../ranking/offer-list.ts';
import { settleRow } from '../ranking/totals.ts';
import type { Work } from '../ranking/work.ts';
import { priceComplex } from './price-complex.ts';
import { readWork, USUAL_WORK } from './work-fields.ts';

/** All offers ranked by the usual workload, those that only the engine can price included. */
export function usualBoard(catalog: Catalog, index: OfferIndex): { readonly board: Board; readonly work: Work } {
  const list = offerList(index);
  const read = readWork(USUAL_WORK);
  const board = 'work' in read ? boardOf(list, read.work) : null;
  if (!board || !('work' in read)) throw new Error('the usual workload cannot be priced');
  for (const row of index.complex) {
    const offer = catalog.offers.get(list.ids[row] ?? '');
    if (offer) settleRow(board.totals, row, priceComplex(offer, read.work, index.at));
  }
  return { board: reordered(board), work: read.work };
}
