import { groupDigits } from '../../catalog/words/group-digits.ts';
import { STANDARD_METERS } from '../../engine/index.ts';
import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { usageField, writeLink } from '../calculator/state.ts';
import { pageHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { sheet } from './sheet.ts';
import { workValues } from './work-values.ts';

/** What was used on each offer, with a link that opens the calculator on as many requests of the mean size. */
export function workTable(work: PriceAnswer['work']): Markup {
  const rows = work.map((one) => {
    const values = workValues(one);
    const href = `${pageHref('/calculator/')}?${writeLink({ offer: one.offer, values })}`;
    const each = Object.keys(one.usage).flatMap((meter) => {
      const mean = values[usageField(meter)];
      return mean === undefined ? [] : [`${groupDigits(mean)} ${STANDARD_METERS.get(meter)?.many ?? meter}`];
    });
    return [markup('a', { href, 'data-offer': one.offer }, one.offer), groupDigits(one.requests), each.join(', ')];
  });
  const note =
    'The calculator prices that many requests of the mean size. Where a card has steps or rules for each request, its receipt differs from the sum of your real ones.';
  return markup(
    'div',
    {},
    sheet(
      'What was used on each offer',
      [
        { head: 'Open in the calculator', kind: 'text' },
        { head: 'Requests', kind: 'number' },
        { head: 'In each on average', kind: 'wrap' },
      ],
      rows,
    ),
    markup('p', { class: 'quiet' }, note),
  );
}
