import { groupDigits, money } from '../catalog/words/money.ts';
import type { Solved } from '../workload/index.ts';
import { csv } from './csv.ts';
import { document, heading, inline, table } from './markdown.ts';
import { noMostWords } from './no-most-words.ts';

/** What a budget buys, as CSV of one row. `most` is empty where there is no such number; `reason` says why. */
export function solvedCsv({ offer, of, currency, budget, most, cost, left, next, range, reason }: Solved): string {
  const amount = (label: string): string => `${label} (${currency})`;
  return csv(
    [
      'offer',
      'of',
      amount('budget'),
      'most',
      amount('cost'),
      amount('left'),
      amount('one more'),
      'low',
      'high',
      'reason',
    ],
    [[offer, of, budget, most, cost, left, next, range?.low, range?.high, reason]],
  );
}

/** What a budget buys, as a Markdown table with exact amounts. */
export function solvedMarkdown(solved: Solved): string {
  const { offer, of, currency, budget, most, cost, left, next, range, reason } = solved;
  const amount = (text: string | null): string => (text === null ? 'none' : inline(money(text, currency)));
  const count = (text: string | null): string => (text === null ? 'none' : groupDigits(text));
  const rows = [
    ['Budget', amount(budget)],
    [`**Most ${inline(of)}**`, `**${count(most)}**`],
    ...(range ? [['As the other inputs range', `${count(range.low)} to ${count(range.high)}`]] : []),
    ['They cost', amount(cost)],
    ['Left', amount(left)],
    ['One more would bring it to', amount(next)],
    ...(reason === null ? [] : [['Why there is no number', inline(noMostWords(solved) ?? '')]]),
  ];
  return document([heading(1, `What ${money(budget, currency)} buys: ${offer}`), table(['', offer], rows, [1])]);
}
