import type { Catalog } from '../../catalog/catalog.ts';
import { money, shortMoney } from '../../catalog/words/money.ts';
import { engineProblemText } from '../../engine/problem.ts';
import type { RankedOffer, Ranking, UnrankedOffer } from '../../workload/rank.ts';
import { firstLines } from '../first-lines.ts';
import { textTable } from './table.ts';

const VERDICTS: Record<NonNullable<RankedOffer['verdict']>, string> = {
  cheapest: 'cheapest',
  close: 'too close to call',
  dearer: '',
};

/** A ranking by what a workload costs, with its range; the offers without a place below it with the reason. */
export function rankingText({ rows, unranked, currency }: Ranking, catalog: Catalog, hidden: number): string {
  const table = rows.map(({ rank, offer, expected, range, ratio, verdict, failing_ends }) => [
    String(rank),
    money(expected, currency),
    range === null ? '' : `${shortMoney(range.low, currency)} to ${shortMoney(range.high, currency)}`,
    ratio === null ? '' : `x ${ratio}`,
    catalog.offers.get(offer)?.name ?? offer,
    offer,
    failing_ends.length > 0 ? 'cannot do all of the range' : verdict === null ? '' : VERDICTS[verdict],
  ]);
  const head = ['', 'expected', 'range', 'x cheapest', 'name', 'offer', ''];
  const body = textTable([head, ...table], ['right', 'decimal', 'left', 'decimal', 'left', 'left', 'left']);
  const without = unranked.map((one) => `  ${one.offer}: ${reasons(one, catalog)}`);
  return [
    rows.length === 0 ? 'No offer can be priced for this.' : body,
    ...(hidden > 0 ? [`and ${hidden} more; --limit shows more of them`] : []),
    ...(unranked.length > 0 ? ['', 'Not ranked:', ...firstLines(without, '; --format json lists them all')] : []),
  ].join('\n');
}

function reasons({ cannot, gaps, problems }: UnrankedOffer, catalog: Catalog): string {
  const all = [
    ...cannot.map(({ reason }) => reason),
    ...gaps.map(({ meter, reason }) => `${catalog.meters.get(meter)?.many ?? meter}: ${reason}`),
    ...problems.map(engineProblemText),
  ];
  return [...new Set(all)].join('; ');
}
