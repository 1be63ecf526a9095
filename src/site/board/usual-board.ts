import type { Catalog } from '../../catalog/catalog.ts';
import type { OfferIndex } from '../offer-index/offer-index.ts';
import type { Board } from '../ranking/board.ts';
import { boardByEngine } from '../ranking/board-by-engine.ts';
import { offerList } from '../ranking/offer-list.ts';
import type { Work } from '../ranking/work.ts';
import { priceComplex } from './price-complex.ts';
import { readWork, USUAL_WORK } from './work-fields.ts';

/** All offers ranked by the usual workload, those that only the engine can price included. */
export function usualBoard(catalog: Catalog, index: OfferIndex): { readonly board: Board; readonly work: Work } {
  const list = offerList(index);
  const read = readWork(USUAL_WORK);
  if (!('work' in read)) throw new Error('the usual workload cannot be read');
  const board = boardByEngine(list, read.work, (row, work) => {
    const offer = catalog.offers.get(list.ids[row] ?? '');
    return offer ? priceComplex(offer, work, index.at) : { reason: 'the catalog does not hold it' };
  });
  if (!board) throw new Error('the usual workload cannot be priced');
  return { board, work: read.work };
}
