import type { CatalogOffer } from '../../catalog/catalog.ts';
import { TRUST_WORDS as CATALOG_WORDS, isStale } from '../../catalog/claims/trust.ts';

/** How far a row can be trusted, from the most on. */
export const TRUST = ['checked', 'agreed', 'imported', 'differs', 'old', 'retired'] as const;
export type Trust = (typeof TRUST)[number];

/** What each means, in words. */
export const TRUST_WORDS: Record<Trust, string> = {
  checked: CATALOG_WORDS.checked,
  agreed: CATALOG_WORDS.corroborated,
  imported: CATALOG_WORDS.imported,
  differs: CATALOG_WORDS.disputed,
  old: 'not read again for more than 90 days',
  retired: 'no longer served',
};

const WORD = { checked: 'checked', corroborated: 'agreed', imported: 'imported', disputed: 'differs' } as const;

/** The trust in an offer at the date of the site. */
export function trustOf({ retired, trust }: Pick<CatalogOffer, 'retired' | 'trust'>, at: string): Trust {
  if (retired && Date.parse(retired.date) <= Date.parse(at)) return 'retired';
  return isStale(trust, at) ? 'old' : WORD[trust.state];
}
