import type { APIRoute } from 'astro';
import { offerCard } from '../../calculator/offer-card.ts';
import { catalog } from '../../catalog.ts';
import { rowIds } from '../../ranking/rows.ts';
import { tableIndex } from '../../table-index.ts';

/** The cards that are more than prices times counts, for the engine; their sources stay behind. */
export const GET: APIRoute = () => {
  const ids = rowIds(tableIndex);
  const offers = tableIndex.complex.flatMap((row) => {
    const offer = catalog.offers.get(ids[row] ?? '');
    return offer ? [{ ...offerCard(offer, '').offer, sources: {} }] : [];
  });
  return Response.json(offers);
};
