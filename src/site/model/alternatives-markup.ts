import { groupDigits } from '../../catalog/words/group-digits.ts';
import { modelHref, offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { modelName, sellerName } from '../ranking/offer-list.ts';
import { totalText } from '../ranking/totals.ts';
import { amountText, shortText } from '../ranking/units.ts';
import type { Alternative } from './alternatives.ts';
import type { Candidates } from './candidates.ts';
import { type PricedModel, sellerTitle } from './priced-model.ts';

/** Other models for the work, each with why it is named. */
export function alternativesMarkup(
  model: PricedModel,
  found: readonly Alternative[],
  { needed, models }: Candidates,
): Markup {
  const { list } = model.board;
  const { currency } = list.index;
  if (needed.bits === 0)
    return markup('p', {}, `Nobody states what ${model.name} can do, so nothing can be held against it.`);
  const context = needed.context > 0 ? ` and at least ${groupDigits(String(needed.context))} tokens of context` : '';
  const rule = `Models of which an offer states all that most sellers of ${model.name} state${context}, at a tenth to five quarters of its price for usual work, and no more than a year older. Costs are held against ${model.paying[0] === undefined ? 'nothing' : sellerTitle(model, model.paying[0])}. How good their answers are is not known here.`;
  if (found.length === 0) {
    const none =
      models.length === 0
        ? 'No other model is known that does as much at such a price.'
        : 'None that does as much costs less for this work.';
    return markup('div', {}, markup('p', {}, none), markup('p', { class: 'footnote quiet' }, rule));
  }
  return markup(
    'div',
    {},
    markup(
      'div',
      { class: 'scroll', role: 'region', 'aria-label': `Alternatives to ${model.name}`, tabindex: '0' },
      markup(
        'table',
        { class: 'offers alternatives' },
        markup('caption', { class: 'unseen' }, `Alternatives to ${model.name}`),
        markup(
          'thead',
          {},
          markup(
            'tr',
            {},
            markup('th', { scope: 'col' }, 'Model and its cheapest seller'),
            markup('th', { scope: 'col', class: 'num' }, `${currency} a month`),
            markup('th', { scope: 'col', class: 'wrap' }, 'Why'),
          ),
        ),
        markup(
          'tbody',
          {},
          ...found.map(({ row, model: other, reasons }) =>
            markup(
              'tr',
              {},
              markup(
                'th',
                { scope: 'row' },
                markup('a', { href: modelHref(list.models.ids[other] ?? '') }, modelName(list, row)),
                markup(
                  'span',
                  { class: 'seller' },
                  'at ',
                  markup('a', { href: offerHref(list.ids[row] ?? '') }, sellerName(list, row)),
                ),
              ),
              markup('td', { class: 'num strong' }, amountText(shortText(totalText(model.board.totals, row)))),
              markup('td', { class: 'wrap' }, reasons.join('; ')),
            ),
          ),
        ),
      ),
    ),
    markup('p', { class: 'footnote quiet' }, rule),
  );
}
