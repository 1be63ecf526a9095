import { groupDigits } from '../../catalog/words/group-digits.ts';
import { money } from '../../catalog/words/money.ts';
import type { OfferRanking } from '../../record-pricing/compare-offers.ts';
import { offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { sheet } from './sheet.ts';

/** What the same records would cost elsewhere, the cheapest first, and why some offers have no place in that. */
export function comparisonTable({ rows, unranked }: OfferRanking): Markup {
  const link = (offer: string): Markup => markup('a', { href: offerHref(offer) }, offer);
  const ranked = rows.map(({ rank, offer, total, currency, ratio }) => [
    String(rank),
    link(offer),
    money(total, currency),
    ratio === null ? '' : `× ${ratio}`,
  ]);
  return markup(
    'div',
    { 'data-part': 'comparison' },
    rows.length > 0
      ? sheet(
          'The same records elsewhere',
          [
            { head: 'Rank', kind: 'number' },
            { head: 'Offer', kind: 'wrap' },
            { head: 'Cost', kind: 'number' },
            { head: 'Of the cheapest', kind: 'number' },
          ],
          ranked,
        )
      : markup('p', {}, 'None of these offers has a certain total for all of the records.'),
    markup('p', { class: 'quiet' }, 'All records are priced there, whichever model they name.'),
    ...(unranked.length > 0 ? [leftOut(unranked, link)] : []),
  );
}

function leftOut(unranked: OfferRanking['unranked'], link: (offer: string) => Markup): Markup {
  const all = unranked.map(({ offer, reason }) => markup('li', {}, link(offer), `: ${reason}`));
  const count = groupDigits(String(unranked.length));
  return markup(
    'details',
    {},
    markup('summary', {}, `${count} not ranked, and why`),
    markup('ul', { class: 'remarks' }, ...all),
  );
}
