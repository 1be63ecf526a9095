import type { CatalogOffer } from '../../catalog/catalog.ts';
import { isStale } from '../../catalog/claims/trust.ts';
import { retiredOn } from '../../catalog/standing.ts';

/** How far a row can be trusted, from the most on. */
export const TRUST = ['checked', 'agreed', 'imported', 'differs', 'old', 'retired'] as const;
export type Trust = (typeof TRUST)[number];

const WORD = { checked: 'checked', corroborated: 'agreed', imported: 'imported', disputed: 'differs' } as const;

/** The trust in an offer at the date of the site. */
export function trustOf(offer: Pick<CatalogOffer, 'retired' | 'trust'>, at: string): Trust {
  if (retiredOn(offer, at) !== null) return 'retired';
  const { trust } = offer;
  return isStale(trust, at) ? 'old' : WORD[trust.state];
}
