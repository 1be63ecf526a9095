import type { Ranking } from '../workload/index.ts';
import { csv } from './csv.ts';
import { failingWords, unrankedReasons } from './estimate-words.ts';

/**
 * A ranking of offers by work as CSV: the cheapest first by the expected total, then the offers without a place, with
 * no rank and no total. `low` and `high` are empty where no range was asked for, or there is none.
 */
export function rankingCsv({ rows, unranked, currency }: Ranking): string {
  const header = [
    'rank',
    'offer',
    `expected (${currency})`,
    `low (${currency})`,
    `high (${currency})`,
    'ratio (times the cheapest)',
    'verdict',
    'no range because',
    'not ranked because',
  ];
  return csv(header, [
    ...rows.map((row) => [
      String(row.rank),
      row.offer,
      row.expected,
      row.range?.low,
      row.range?.high,
      row.ratio,
      row.verdict,
      failingWords(row).join('; '),
      '',
    ]),
    ...unranked.map((one) => ['', one.offer, '', '', '', '', '', '', unrankedReasons(one).join('; ')]),
  ]);
}
