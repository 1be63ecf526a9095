import { groupDigits } from '../../catalog/words/group-digits.ts';
import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { unmatchedName } from '../../record-pricing/words.ts';
import { offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { sheet } from './sheet.ts';

/** Models that no offer has, how much of the records they are, and the offers that are spelt most alike. */
export function unmatchedTable(unmatched: PriceAnswer['unmatched']): Markup {
  return sheet(
    'Models without an offer',
    [
      { head: 'Model in the records', kind: 'wrap' },
      { head: 'Records', kind: 'number' },
      { head: 'Tokens', kind: 'number' },
      { head: 'Offers it may be', kind: 'wrap' },
    ],
    unmatched.map((one) => [
      unmatchedName(one),
      groupDigits(String(one.records)),
      groupDigits(one.tokens),
      one.nearest.length > 0 ? links(one.nearest) : 'nothing',
    ]),
  );
}

function links(ids: readonly string[]): Markup {
  const all = ids.map((id) => markup('a', { href: offerHref(id) }, id));
  return markup('span', {}, ...all.flatMap((link, index) => (index === 0 ? [link] : [', ', link])));
}
