import { offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import type { CompareGroup, CompareRow } from './compare-rows.ts';
import type { ComparedOffer } from './compared-offer.ts';

/** Offers side by side; lines on which they differ are marked. */
export function compareMarkup(
  offers: readonly ComparedOffer[],
  groups: readonly CompareGroup[],
  scripted: boolean,
): Markup {
  const totals = groups[0]?.rows[1]?.cells ?? [];
  return markup(
    'table',
    { class: 'compare' },
    markup('caption', { class: 'unseen' }, 'Offers side by side'),
    markup(
      'thead',
      {},
      markup(
        'tr',
        {},
        markup('td', {}, ''),
        ...offers.map(({ id, model, seller }) =>
          markup(
            'th',
            { scope: 'col' },
            markup('a', { href: offerHref(id) }, model),
            markup('span', { class: 'seller' }, seller),
            ...(scripted
              ? [
                  markup(
                    'button',
                    { type: 'button', 'data-remove': id, 'aria-label': `Remove ${model} at ${seller}` },
                    'Remove',
                  ),
                ]
              : []),
          ),
        ),
      ),
    ),
    ...groups.map(({ title, rows }) =>
      markup(
        'tbody',
        {},
        markup(
          'tr',
          { class: 'group-head' },
          markup('th', { scope: 'rowgroup', colspan: String(offers.length + 1) }, title),
        ),
        ...rows.map((line) => rowMarkup(line, totals)),
      ),
    ),
  );
}

function rowMarkup({ label, unit, cells, differs }: CompareRow, times: readonly string[]): Markup {
  const isCost = unit.endsWith('a month');
  return markup(
    'tr',
    differs ? { class: 'differs' } : {},
    markup(
      'th',
      { scope: 'row' },
      label,
      ...(unit === '' ? [] : [markup('span', { class: 'unit' }, unit)]),
      ...(differs ? [markup('span', { class: 'unseen' }, ', they differ')] : []),
    ),
    ...cells.map((text, at) => {
      const kind = isCost ? (times[at] === '1.00' ? 'strong cheapest' : 'strong') : /^[–]$/.test(text) ? 'quiet' : '';
      return markup('td', kind === '' ? {} : { class: kind }, text);
    }),
  );
}
