import type { CatalogOffer } from '../../catalog/catalog.ts';

/** How far a row can be trusted, from the most on. */
export const TRUST = ['checked', 'old', 'retired'] as const;
export type Trust = (typeof TRUST)[number];

/** What each means, in words. */
export const TRUST_WORDS: Record<Trust, string> = {
  checked: 'held against its page within 90 days',
  old: 'not held against its page for more than 90 days',
  retired: 'no longer served',
};

const OLD_AFTER = 90 * 24 * 3600 * 1000;

/** The trust in an offer at the date of the site. */
export function trustOf({ retired, checked }: Pick<CatalogOffer, 'retired' | 'checked'>, at: string): Trust {
  if (retired && Date.parse(retired.date) <= Date.parse(at)) return 'retired';
  return Date.parse(at) - Date.parse(checked) > OLD_AFTER ? 'old' : 'checked';
}
