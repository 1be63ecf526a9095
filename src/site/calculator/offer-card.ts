import type { CatalogOffer } from '../../catalog/catalog.ts';
import type { Retirement } from '../../catalog/words/problem-words.ts';
import type { Offer } from '../../engine/index.ts';

/** What the calculator takes of an offer's document: what the engine prices, and a name for its reader. */
export interface OfferCard {
  readonly title: string;
  readonly offer: Offer & Retirement;
}

/** An offer without anything that does not bear on its price; of its sources, the addresses only. */
export function offerCard(offer: CatalogOffer, title: string): OfferCard {
  const { id, provider, model, currency, periods, funding, sources, retired } = offer;
  const addresses = Object.fromEntries(
    Object.entries(sources).map(([key, { url, retrieved, as_of }]) => [
      key,
      { url, retrieved, ...(as_of === undefined ? {} : { as_of }) },
    ]),
  );
  return {
    title,
    offer: {
      id,
      provider,
      model,
      currency,
      periods,
      ...(funding ? { funding } : {}),
      ...(retired ? { retired: { date: retired.date } } : {}),
      sources: addresses,
    },
  };
}
