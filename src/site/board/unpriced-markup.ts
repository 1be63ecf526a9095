import { groupDigits } from '../../catalog/words/group-digits.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { carryingHref } from './carried-work.ts';

/** An offer without a total, by name, with the reason. */
export interface UnpricedText {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** Offers that are not ranked for one reason. */
export interface UnpricedGroup {
  readonly reason: string;
  readonly offers: readonly UnpricedText[];
}

/** Offers that are not ranked by the reason, the most frequent first. */
export function unpricedGroups(offers: readonly UnpricedText[]): UnpricedGroup[] {
  const reasons = new Map<string, UnpricedText[]>();
  for (const offer of offers) {
    const known = reasons.get(offer.reason);
    if (known) known.push(offer);
    else reasons.set(offer.reason, [offer]);
  }
  return [...reasons]
    .map(([reason, own]) => ({ reason, offers: own }))
    .sort((a, b) => b.offers.length - a.offers.length);
}

/** A group with some items; its name counts all of its offers. */
export function unpricedMarkup({ reason, offers }: UnpricedGroup, items: readonly Markup[], open: boolean): Markup {
  return markup(
    'details',
    open ? { open: '' } : {},
    markup('summary', {}, `${reason} (${groupDigits(String(offers.length))})`),
    markup('ul', {}, ...items),
  );
}

/** The first offers of a group, and how many more there are. */
export function firstItems({ offers }: UnpricedGroup, most: number): Markup[] {
  const more = offers.length - most;
  return [
    ...offers.slice(0, most).map((offer) => unpricedItem(offer, '')),
    ...(more > 0 ? [markup('li', {}, `and ${groupDigits(String(more))} more`)] : []),
  ];
}

/** An offer with the way to its page, which carries a query. */
export function unpricedItem({ id, title }: UnpricedText, query: string): Markup {
  return markup('li', {}, markup('a', { href: carryingHref(id, query) }, title));
}
