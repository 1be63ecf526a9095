import { money } from '../catalog/words/money.ts';
import type { Comparison } from '../engine/compare.ts';
import { currenciesOf, unpricedReasons } from './comparison-rows.ts';
import { document, heading, inline, table } from './markdown.ts';

/**
 * A comparison as Markdown: a table of the ranked offers with their exact totals, and below it the offers that
 * could not be priced, each with its reasons.
 */
export function comparisonMarkdown(comparison: Comparison): string {
  const { rows, unpriced } = comparison;
  const ranked = rows.map(({ rank, offer, total, currency, ratio, bill }) => [
    String(rank),
    inline(offer),
    inline(bill.model),
    inline(money(total, currency)),
    ratio === null ? '' : `${ratio} x`,
  ]);
  const currencies = currenciesOf(comparison);
  return document([
    heading(1, 'Comparison'),
    ranked.length > 0
      ? table(['Rank', 'Offer', 'Model', 'Total', 'Times the cheapest'], ranked, [0, 3, 4])
      : 'No offer could be priced.',
    currencies.length > 1 ? `The totals are in different currencies: ${inline(currencies.join(', '))}.` : '',
    ...(unpriced.length > 0
      ? [
          heading(2, 'Not priced'),
          table(
            ['Offer', 'Why'],
            unpriced.map((one) => [inline(one.offer), unpricedReasons(one).map(inline).join('; ')]),
          ),
        ]
      : []),
  ]);
}
