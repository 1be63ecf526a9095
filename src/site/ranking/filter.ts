import { PRICE_STATES } from '../offer-index/offer-index.ts';
import { FACETS, type FacetId, facetOf, facetValues, type OfferList } from './offer-list.ts';
import { type SearchWords, searchRows } from './search-words.ts';
import { placesIn, unitsOf } from './units.ts';

/** What the shown offers must be; empty fields ask for nothing. */
export interface Filter {
  readonly find: string;
  readonly facets: Readonly<Record<FacetId, readonly string[]>>;
  /** Least and most as plain numbers. */
  readonly context: string;
  readonly max_output: string;
  readonly in_price: string;
}

/** Facets of which an offer must have all chosen values; of the others any will do. */
export const ALL_OF: ReadonlySet<FacetId> = new Set(['can', 'input', 'output']);

/** Flags of the rows that fit a filter. What an offer does not state fits no condition on it. */
export function rowsThatFit(list: OfferList, filter: Filter, words: () => SearchWords): Uint8Array {
  const { index, prepared } = list;
  const flags = new Uint8Array(prepared.rows).fill(1);
  const keep = (fits: (row: number) => boolean): void => {
    for (let row = 0; row < flags.length; row += 1) if (flags[row] === 1 && !fits(row)) flags[row] = 0;
  };
  const found = filter.find.trim() === '' ? null : searchRows(words(), filter.find);
  if (found) keep((row) => found[row] === 1);
  for (const facet of FACETS) {
    const chosen = filter.facets[facet];
    if (chosen.length === 0) continue;
    const values = facetValues(list, facet);
    const wanted = chosen.map((value) => values.findIndex((one) => one.value === value));
    const read = facetOf(list, facet, values);
    const all = ALL_OF.has(facet);
    keep((row) => {
      const own = read(row);
      return all
        ? wanted.every((position) => own.includes(position))
        : own.some((position) => wanted.includes(position));
    });
  }
  const { context, max_output } = index.offers;
  if (filter.context !== '') keep(atLeast(context, filter.context));
  if (filter.max_output !== '') keep(atLeast(max_output, filter.max_output));
  if (filter.in_price !== '') keep(atMost(list, filter.in_price));
  return flags;
}

function atLeast(counts: readonly number[], least: string): (row: number) => boolean {
  const wanted = Number(least);
  return (row) => (counts[row] ?? 0) > 0 && (counts[row] ?? 0) >= wanted;
}

/** Whether the price of the first meter is at most an amount. The prices rise, so that one place among them decides. */
function atMost({ index }: OfferList, most: string): (row: number) => boolean {
  const codes = index.offers.prices[0] ?? [];
  const fitting = index.prices.filter((price) => {
    const text = typeof price === 'string' ? price : price.price;
    const places = Math.max(placesIn(text), placesIn(most));
    return unitsOf(text, places) <= unitsOf(most, places);
  }).length;
  return (row) => {
    const code = codes[row] ?? PRICE_STATES.none;
    return code === PRICE_STATES.included || (code >= 0 && code < fitting);
  };
}
