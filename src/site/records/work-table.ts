import { groupDigits } from '../../catalog/words/group-digits.ts';
import { Decimal, plain } from '../../engine/decimal.ts';
import { STANDARD_METERS } from '../../engine/index.ts';
import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { usageField } from '../calculator/field-names.ts';
import { writeLink } from '../calculator/state.ts';
import { pageHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { sheet } from './sheet.ts';
import { workValues } from './work-values.ts';

/** A mean to one place, or whole: what the link holds is the exact one. */
function shortMean(mean: string): string {
  return plain(new Decimal(mean).toDecimalPlaces(1));
}

/** What was used on each offer, with a link that opens the calculator on as many requests of the mean size. */
export function workTable(work: PriceAnswer['work']): Markup {
  const rows = work.map((one) => {
    const values = workValues(one);
    const href = `${pageHref('/calculator/')}?${writeLink({ offer: one.offer, values })}`;
    const each = [...STANDARD_METERS.values()].flatMap(({ id, many }) => {
      const mean = values[usageField(id)];
      return mean === undefined ? [] : [`${groupDigits(shortMean(mean))} ${many}`];
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
