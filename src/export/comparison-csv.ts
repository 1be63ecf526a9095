import type { Comparison } from '../engine/compare.ts';
import { unpricedReasons } from './comparison-rows.ts';
import { csv } from './csv.ts';

/**
 * A comparison as CSV: the ranked offers, the cheapest first, then those that could not be priced, with no rank and
 * no total. `total` is in the row's currency; `ratio` is how many times the cheapest total.
 */
export function comparisonCsv(comparison: Comparison): string {
  const header = [
    'rank',
    'offer',
    'provider',
    'model',
    'total (in currency)',
    'currency',
    'ratio (times the cheapest)',
    'assumptions',
    'unpriced because',
  ];
  return csv(header, [
    ...comparison.rows.map(({ rank, offer, total, currency, ratio, bill }) => {
      const assumptions = bill.assumptions.map(({ text }) => text).join('; ');
      return [String(rank), offer, bill.provider, bill.model, total, currency, ratio, assumptions, ''];
    }),
    ...comparison.unpriced.map((one) => ['', one.offer, '', '', '', '', '', '', unpricedReasons(one).join('; ')]),
  ]);
}
