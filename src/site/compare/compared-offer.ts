import type { Retirement } from '../../catalog/words/problem-words.ts';
import type { Offer } from '../../engine/index.ts';
import { COLUMNS, type ColumnId } from '../board/columns.ts';
import { type OfferList, rowName, sellerName } from '../ranking/offer-list.ts';

/** Facts that a comparison shows, of the columns of the table of all offers. */
export const COMPARED_FACTS = [
  'context',
  'max_output',
  'can',
  'takes',
  'gives',
  'weights',
  'lab',
  'kind',
  'trust',
  'checked',
] as const;

/** An offer beside others: what it costs, its rate card and its facts. */
export interface ComparedOffer {
  readonly id: string;
  readonly model: string;
  readonly seller: string;
  readonly offer: Offer;
  /** The exact total of the workload, or why there is none. */
  readonly result: { readonly total: string } | { readonly reason: string };
  readonly facts: Readonly<Record<(typeof COMPARED_FACTS)[number], string>>;
}

/** Prices the work on a card: the exact total, or why there is none. */
export type PriceOffer = (offer: Offer & Retirement) => ComparedOffer['result'];

/** The offer of a row, priced. */
export function comparedOffer(
  list: OfferList,
  row: number,
  offer: Offer & Retirement,
  price: PriceOffer,
): ComparedOffer {
  const fact = (id: ColumnId): string => COLUMNS[id].text(row, { list, cheapest: null } as never);
  return {
    id: list.ids[row] ?? '',
    model: rowName(list, row),
    seller: sellerName(list, row),
    offer,
    result: price(offer),
    facts: Object.fromEntries(COMPARED_FACTS.map((id) => [id, fact(id)])) as ComparedOffer['facts'],
  };
}
