import { groupDigits } from '../../catalog/words/group-digits.ts';
import { listWords } from '../../catalog/words/list.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { amountText, shortText } from '../ranking/units.ts';
import { AXES, AXIS_WORDS, axisOptions } from './axes.ts';
import { aboveWords, belowWords, type breakEvenSentences } from './break-even-words.ts';
import type { Overtaking } from './crossings.ts';
import type { MessageBreakEven } from './message-break-even.ts';
import { type PricedModel, sellerTitle } from './priced-model.ts';

/**
 * From how many tokens a request on a price for each message is the cheaper, by seller; sellers against which it never
 * is are named below.
 */
export function messageMarkup(model: PricedModel, found: readonly MessageBreakEven[]): Markup {
  const { currency } = model.board.list.index;
  const caption = 'Sellers by the message against sellers by the token';
  const crossing = found.filter(({ answer }) => answer.crossings.length > 0);
  const rows = crossing.map(({ message, token, answer }) => {
    const first = answer.crossings.find(({ cheaper_after: after }) => after === 'a');
    return markup(
      'tr',
      {},
      markup('th', { scope: 'row' }, sellerTitle(model, message)),
      markup('td', {}, sellerTitle(model, token)),
      markup('td', { class: 'strong' }, whereWords(answer)),
      markup('td', { class: 'num' }, first ? amountText(shortText(first.a)) : '–'),
    );
  });
  const heads = ['By the message', 'By the token', 'By the message costs less'].map((text) =>
    markup('th', { scope: 'col' }, text),
  );
  const last = markup('th', { scope: 'col', class: 'num' }, `${currency} a month there`);
  const table = markup(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' },
    markup(
      'table',
      { class: 'offers break-even' },
      markup('caption', { class: 'unseen' }, caption),
      markup('thead', {}, markup('tr', {}, ...heads, last)),
      markup('tbody', {}, ...rows),
    ),
  );
  return markup('div', {}, ...(rows.length > 0 ? [table] : []), ...neverWords(model, found));
}

/** Of each seller by the message, against whom nothing changes at any length of request. */
function neverWords(model: PricedModel, found: readonly MessageBreakEven[]): Markup[] {
  const messages = [...new Set(found.map(({ message }) => message))];
  return messages.flatMap((message) => {
    const own = found.filter((one) => one.message === message && one.answer.crossings.length === 0);
    const against = (winner: 'a' | 'b'): string[] =>
      own
        .filter(({ answer }) => answer.cheaper_at_start === winner || answer.cheaper_at_end === winner)
        .map(({ token }) => sellerTitle(model, token));
    const [always, never] = [against('a'), against('b')];
    const name = sellerTitle(model, message);
    const farthest = 'at any length of request that both can take';
    return [
      ...(always.length > 0 ? [`${name} costs less than ${listWords(always)} ${farthest}.`] : []),
      ...(never.length > 0 ? [`${name} never costs less than ${listWords(never)}, ${farthest}.`] : []),
    ].map((text) => markup('p', {}, text));
  });
}

function whereWords({ crossings }: MessageBreakEven['answer']): string {
  const [first, ...others] = crossings;
  if (!first) return '';
  const one = first.cheaper_after === 'a' ? aboveWords(first) : belowWords(first);
  const more = others.map((other) => (other.cheaper_after === 'a' ? aboveWords(other) : `not ${aboveWords(other)}`));
  return [`${one} tokens a request`, ...more].join(', ');
}

/** Which change of the work makes another seller cheaper than the cheapest, in sentences. */
export function overtakingMarkup(model: PricedModel, found: readonly Overtaking[]): Markup {
  const [first] = model.paying;
  if (first === undefined || model.paying.length < 2)
    return markup('p', {}, 'Fewer than two of its sellers charge anything for this work.');
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
  const { paying, work } = model;
  const axes = AXES.filter((axis) => axisOptions(axis, work) !== null);
  const sellers = (name: string, label: string, chosen: number): Markup =>
    choice(
      name,
      label,
      paying.map((row, at) => [String(row), sellerTitle(model, row), at === chosen] as const),
    );
  return markup(
    'form',
    { class: 'pair', 'aria-label': 'Two sellers to compare', novalidate: '' },
    sellers('pair-a', 'Between', 0),
    sellers('pair-b', 'and', Math.min(1, paying.length - 1)),
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
