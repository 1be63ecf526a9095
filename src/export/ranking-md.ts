import { money } from '../catalog/words/money.ts';
import type { RankedOffer, Ranking } from '../workload/index.ts';
import { failingWords, unrankedReasons } from './estimate-words.ts';
import { document, heading, inline, table } from './markdown.ts';

const VERDICTS: Record<NonNullable<RankedOffer['verdict']>, string> = {
  cheapest: 'cheapest',
  close: 'too close to call',
  dearer: 'dearer',
};

/** A ranking of offers by work as Markdown: exact totals with their ranges, then the offers without a place and why. */
export function rankingMarkdown({ rows, unranked, currency }: Ranking): string {
  const amount = (text: string | undefined): string => (text === undefined ? '' : inline(money(text, currency)));
  const ranked = rows.map((row) => [
    String(row.rank),
    inline(row.offer),
    amount(row.expected),
    amount(row.range?.low),
    amount(row.range?.high),
    row.ratio === null ? '' : `${row.ratio} x`,
    row.failing_ends.length > 0
      ? inline(failingWords(row).join('; '))
      : row.verdict === null
        ? ''
        : VERDICTS[row.verdict],
  ]);
  const head = ['Rank', 'Offer', 'Expected', 'Low', 'High', 'Times the cheapest', 'Verdict'];
  return document([
    heading(1, 'Comparison'),
    ranked.length > 0 ? table(head, ranked, [0, 2, 3, 4, 5]) : 'No offer can be priced for this.',
    ...(unranked.length > 0
      ? [
          heading(2, 'Not ranked'),
          table(
            ['Offer', 'Why'],
            unranked.map((one) => [inline(one.offer), unrankedReasons(one).map(inline).join('; ')]),
          ),
        ]
      : []),
  ]);
}
