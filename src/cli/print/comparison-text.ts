import type { Catalog } from '../../catalog/catalog.ts';
import { money } from '../../catalog/words/money.ts';
import type { Comparison } from '../../engine/compare.ts';
import { engineProblemText } from '../../engine/problem.ts';
import { firstLines } from '../first-lines.ts';
import { textTable } from './table.ts';

/**
 * A comparison as a ranked table, the offers without a total below it with the reason, and those of which nothing
 * was asked that has a price.
 */
export function comparisonText(
  { rows, unpriced }: Comparison,
  catalog: Catalog,
  hidden: number,
  empty: readonly string[],
): string {
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
  const lines = (obstacle: Obstacle) =>
    unpriced.filter((one) => obstacleOf(one) === obstacle).map((one) => `  ${one.offer}: ${reasons(one, catalog)}`);
  return [
    rows.length === 0 ? 'No offer can be priced for this.' : body,
    ...(hidden > 0 ? [`and ${hidden} more; --limit shows more of them`] : []),
    ...OBSTACLES.flatMap((obstacle) => section(HEADINGS[obstacle], lines(obstacle))),
    ...section(
      'Nothing to price, because they ask nothing for a message or a request as such:',
      empty.map((offer) => `  ${offer}`),
    ),
  ].join('\n');
}

type Obstacle = 'no_price' | 'no_exchange_rate' | 'no_period' | 'other';

const HEADINGS: Record<Obstacle, string> = {
  no_price: 'Not ranked, because something has no price:',
  no_exchange_rate: 'Not ranked, because an exchange rate is missing:',
  no_period: 'Not ranked, because there are no rates at the date:',
  other: 'Not ranked, because it cannot be priced as asked:',
};
const OBSTACLES = Object.keys(HEADINGS) as Obstacle[];

/** What chiefly keeps an offer from its place. */
function obstacleOf({ gaps, problems }: Comparison['unpriced'][number]): Obstacle {
  if (problems.length > 0) return problems.every(({ code }) => code === 'no_period') ? 'no_period' : 'other';
  return gaps.every(({ code }) => code === 'no_exchange_rate') ? 'no_exchange_rate' : 'no_price';
}

function reasons({ gaps, problems }: Comparison['unpriced'][number], catalog: Catalog): string {
  return [
    ...gaps.map(({ meter, reason }) => `${catalog.meters.get(meter)?.many ?? meter}: ${reason}`),
    ...problems.map(engineProblemText),
  ].join('; ');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...firstLines(lines, '; --format json lists them all')];
}
