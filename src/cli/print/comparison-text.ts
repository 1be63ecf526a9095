import type { Catalog } from '../../catalog/catalog.ts';
import { money } from '../../catalog/words/money.ts';
import type { Comparison } from '../../engine/compare.ts';
import { engineProblemText } from '../../engine/problem.ts';
import { textTable } from './table.ts';

/** A comparison as a ranked table, the offers without a total below it with the reason. */
export function comparisonText({ rows, unpriced }: Comparison, catalog: Catalog, hidden: number): string {
  const table = rows.map(({ rank, offer, total, currency, ratio, bill }) => [
    String(rank),
    money(total, currency),
    ratio === null ? '' : `x ${ratio}`,
    catalog.offers.get(offer)?.name ?? offer,
    catalog.providers.get(bill.provider)?.name ?? bill.provider,
    offer,
    bill.assumptions.length > 0 ? `${bill.assumptions.length} assumed` : '',
  ]);
  const head = ['', 'total', 'x cheapest', 'name', 'provider', 'offer', ''];
  const body = textTable([head, ...table], ['right', 'decimal', 'decimal', 'left', 'left', 'left', 'left']);
  const missing = unpriced.map(({ offer, gaps, problems }) => {
    const reasons = [
      ...gaps.map(({ meter, reason }) => `${catalog.meters.get(meter)?.many ?? meter}: ${reason}`),
      ...problems.map(engineProblemText),
    ];
    return `  ${offer}: ${reasons.join('; ')}`;
  });
  return [
    rows.length === 0 ? 'No offer can be priced for this.' : body,
    ...(hidden > 0 ? [`and ${hidden} more; --limit shows more of them`] : []),
    ...(missing.length > 0 ? ['', 'Not ranked, because something has no price:', ...missing] : []),
  ].join('\n');
}
