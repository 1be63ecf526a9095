import type { Offer } from '../../engine/index.ts';

/** What the calculator takes of an offer's document: what the engine prices, and a name for its reader. */
export interface OfferCard {
  readonly title: string;
  readonly offer: Offer;
}
