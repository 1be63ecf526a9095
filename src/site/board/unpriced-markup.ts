import { groupDigits } from '../../catalog/words/group-digits.ts';
import { offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';

/** An offer without a total, by name, with the reason. */
export interface UnpricedText {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** Offers that are not ranked, by the reason; all of them are named. */
export function unpricedMarkup(offers: readonly UnpricedText[], open: boolean): Markup {
  const reasons = new Map<string, UnpricedText[]>();
  for (const offer of offers) {
    const known = reasons.get(offer.reason);
    if (known) known.push(offer);
    else reasons.set(offer.reason, [offer]);
  }
  const groups = [...reasons].sort(([, a], [, b]) => b.length - a.length);
  return markup(
    'div',
    {},
    ...groups.map(([reason, own]) =>
      markup(
        'details',
        open ? { open: '' } : {},
        markup('summary', {}, `${reason} (${groupDigits(String(own.length))})`),
        markup('ul', {}, ...own.map(({ id, title }) => markup('li', {}, markup('a', { href: offerHref(id) }, title)))),
      ),
    ),
  );
}
