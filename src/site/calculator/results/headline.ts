import { sentence } from '../../../catalog/words/capital.ts';
import { groupDigits, isShortened, money, shortMoney } from '../../../catalog/words/money.ts';
import { problemWords, type Retirement } from '../../../catalog/words/problem-words.ts';
import type { Meters } from '../../../engine/index.ts';
import type { Estimate } from '../../../workload/index.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import { rangeBar } from './bar.ts';

/** The answer in one look: the expected cost, its range, or why there is none. */
export function headline(
  estimate: Estimate,
  meters: Meters,
  offers: ReadonlyMap<string, Retirement> = new Map(),
): Markup {
  const { total, months, currency } = estimate;
  const span = months.length === 1 ? 'a month' : `${months.length} months`;
  if (total === null) {
    return markup(
      'div',
      { class: 'headline' },
      markup('p', { class: 'headline-none' }, 'No total'),
      markup('ul', {}, ...obstacles(estimate, meters, offers).map((text) => markup('li', {}, sentence(text)))),
    );
  }
  const { low, expected, high } = total;
  const exact = isShortened(expected) ? [line(`exactly ${money(expected, currency)}`, 'headline-exact')] : [];
  const head = [
    line(`Expected for ${span}`, 'headline-label'),
    markup('p', { class: 'headline-total' }, shortMoney(expected, currency)),
    ...exact,
  ];
  if (low === null || high === null) {
    const ends = estimate.failing_ends.map(({ input, value, reasons }) =>
      markup('li', {}, sentence(`with ${input} at ${groupDigits(value)}: ${reasons.join('; ')}`)),
    );
    return markup(
      'div',
      { class: 'headline' },
      ...head,
      line('There is no range: at some ends the work cannot be done or has no price.', 'headline-warn'),
      markup('ul', {}, ...ends),
    );
  }
  if (low === high) return markup('div', { class: 'headline' }, ...head);
  const words = `between ${shortMoney(low, currency)} and ${shortMoney(high, currency)}`;
  return markup(
    'div',
    { class: 'headline' },
    ...head,
    line(words, 'headline-range'),
    rangeBar(low, expected, high, high),
  );
}

function line(text: string, name: string): Markup {
  return markup('p', { class: name }, text);
}

/** Why work has no total on an offer. */
export function obstacles(
  { cannot, problems, gaps }: Pick<Estimate, 'cannot' | 'problems' | 'gaps'>,
  meters: Meters,
  offers: ReadonlyMap<string, Retirement>,
): string[] {
  const reasons = [
    ...cannot.map(({ reason }) => reason),
    ...problems.map((problem) => problemWords(problem, 'offer' in problem.args ? offers.get(problem.args.offer) : {})),
    ...gaps.map(({ meter, reason }) => `${meters.get(meter)?.many ?? meter}: ${reason}`),
  ];
  return [...new Set(reasons)];
}
