import { groupDigits } from '../../catalog/words/group-digits.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { amountText, shortText } from '../ranking/units.ts';
import { AXES, AXIS_WORDS, axisOptions } from './axes.ts';
import { aboveWords, belowWords, type breakEvenSentences } from './break-even-words.ts';
import type { Overtaking } from './crossings.ts';
import type { MessageBreakEven } from './message-break-even.ts';
import { type PricedModel, sellerTitle } from './priced-model.ts';

/** From how many tokens a request on a price for each message is the cheaper, by seller. */
export function messageMarkup(model: PricedModel, found: readonly MessageBreakEven[]): Markup {
  const { currency } = model.board.list.index;
  const caption = 'Sellers by the message against sellers by the token';
  return markup(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' },
    markup(
      'table',
      { class: 'offers break-even' },
      markup('caption', { class: 'unseen' }, caption),
      markup(
        'thead',
        {},
        markup(
          'tr',
          {},
          markup('th', { scope: 'col' }, 'By the message'),
          markup('th', { scope: 'col' }, 'By the token'),
          markup('th', { scope: 'col' }, 'By the message is cheaper'),
          markup('th', { scope: 'col', class: 'num' }, `there, ${currency} a month`),
        ),
      ),
      markup(
        'tbody',
        {},
        ...found.map(({ message, token, answer }) => {
          const crossing = answer.crossings.find(({ cheaper_after: after }) => after === 'a');
          return markup(
            'tr',
            {},
            markup('th', { scope: 'row' }, sellerTitle(model, message)),
            markup('td', {}, sellerTitle(model, token)),
            markup('td', crossing ? { class: 'strong' } : { class: 'quiet' }, whereWords(answer)),
            markup('td', { class: 'num' }, crossing ? amountText(shortText(crossing.a)) : '–'),
          );
        }),
      ),
    ),
  );
}

function whereWords({ crossings, cheaper_at_start: start, compared_to: to }: MessageBreakEven['answer']): string {
  if (to === null) return 'not both have a price';
  const [first, ...others] = crossings;
  if (!first) return start === 'a' ? `always, up to ${groupDigits(to)}` : `never, up to ${groupDigits(to)}`;
  const one = first.cheaper_after === 'a' ? aboveWords(first) : belowWords(first);
  const more = others.map((other) => (other.cheaper_after === 'a' ? aboveWords(other) : `not ${aboveWords(other)}`));
  return [`${one} tokens a request`, ...more].join(', ');
}

/** Which change of the work makes another seller cheaper than the cheapest, in sentences. */
export function overtakingMarkup(model: PricedModel, found: readonly Overtaking[]): Markup {
  const [first] = model.ranked;
  if (first === undefined || model.ranked.length < 2)
    return markup('p', {}, 'It has one seller that can be priced for this work.');
  if (found.length === 0) {
    return markup(
      'p',
      {},
      `${sellerTitle(model, first)} stays the cheapest whichever one of the numbers grows to 32 times or shrinks to a 32nd of what it is.`,
    );
  }
  return markup('ul', { class: 'remarks' }, ...found.map((one) => markup('li', {}, ...overtakingWords(model, one))));
}

function overtakingWords(
  model: PricedModel,
  { axis, grows, now, cheapest, row, answer }: Overtaking,
): (Markup | string)[] {
  const crossing = grows ? answer.crossings[0] : answer.crossings.at(-1);
  const { unit } = AXIS_WORDS[axis];
  const where = crossing ? (grows ? aboveWords(crossing) : belowWords(crossing)) : '';
  const [name, other] = [sellerTitle(model, row), sellerTitle(model, cheapest)];
  return [
    markup('strong', {}, `${where.charAt(0).toUpperCase()}${where.slice(1)} ${unit}`),
    ` (now ${groupDigits(now)}), ${name} costs less than ${other}.`,
  ];
}

/** Two sellers to choose, and along what; answers are put below. */
export function pairForm(model: PricedModel): Markup {
  const { ranked, work } = model;
  const axes = AXES.filter((axis) => axisOptions(axis, work) !== null);
  const sellers = (name: string, label: string, chosen: number): Markup =>
    choice(
      name,
      label,
      ranked.map((row, at) => [String(row), sellerTitle(model, row), at === chosen] as const),
    );
  return markup(
    'form',
    { class: 'pair', 'aria-label': 'Two sellers to compare', novalidate: '' },
    sellers('pair-a', 'Between', 0),
    sellers('pair-b', 'and', Math.min(1, ranked.length - 1)),
    choice(
      'pair-axis',
      'as more',
      axes.map((axis, at) => [axis, AXIS_WORDS[axis].grows, at === 0] as const),
    ),
  );
}

function choice(name: string, label: string, options: readonly (readonly [string, string, boolean])[]): Markup {
  return markup(
    'label',
    {},
    `${label} `,
    markup(
      'select',
      { name },
      ...options.map(([value, text, chosen]) => markup('option', { value, ...(chosen ? { selected: '' } : {}) }, text)),
    ),
  );
}

export function pairAnswer(sentences: ReturnType<typeof breakEvenSentences>): Markup {
  return markup('div', { class: 'pair-answer', role: 'status' }, ...sentences.map((text) => markup('p', {}, text)));
}
