import { groupDigits, money } from '../../catalog/words/money.ts';
import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { nothingWords } from '../../record-pricing/nothing-priced.ts';
import {
  certaintyWords,
  costWords,
  countOf,
  gapWords,
  problemCount,
  problemWords,
  recordedWords,
  unmatchedName,
  unmatchedReason,
} from '../../record-pricing/words.ts';
import { textTable, wrap } from './table.ts';

const WIDTH = 96;
const MOST_LINES = 20;

/** Priced records as a table of groups, then what is missing, uncertain or assumed. */
export function priceText(answer: PriceAnswer): string {
  const names = Object.keys(answer.groups[0]?.key ?? {});
  const head = [...names, 'records', 'cost', ''];
  const rows = answer.groups.map((group) => [
    ...names.map((name) => group.key[name] ?? '(none)'),
    groupDigits(String(group.records)),
    costWords(group),
    certaintyWords(group),
  ]);
  const sums = answer.totals.map(({ currency, low, high }) => [
    ...(names.length > 0 ? [answer.complete ? 'Total' : 'Priced so far', ...names.slice(1).map(() => '')] : []),
    groupDigits(String(answer.records)),
    costWords({ low, high, currency }),
    '',
  ]);
  const align = [...names.map(() => 'left' as const), 'right' as const, 'decimal' as const, 'left' as const];
  return [
    answer.groups.length === 0 ? nothingWords(answer) : textTable([head, ...rows, ...sums], align),
    ...section('The same records elsewhere', comparisonLines(answer)),
    ...section(
      'No price for',
      answer.groups.flatMap(({ gaps }) => gaps.map(gapWords)),
    ),
    ...section('Models without an offer', unmatchedLines(answer)),
    ...section('Money in the records', recordedLines(answer)),
    ...section('Problems', problemLines(answer)),
    ...section(
      'Left out',
      answer.skipped.map(({ reason, records }) => `${groupDigits(String(records))} ${reason}`),
    ),
    ...section(
      'Taken as given',
      answer.assumptions.map(({ text }) => text),
    ),
  ].join('\n');
}

function comparisonLines({ comparison }: PriceAnswer): string[] {
  if (!comparison) return [];
  const { rows, unranked } = comparison;
  return [
    ...rows.map(
      ({ rank, offer, total, currency, ratio }) =>
        `${rank}. ${money(total, currency)} ${offer}${ratio === null ? '' : `, x ${ratio}`}`,
    ),
    ...unranked.map(({ offer, reason }) => `not ranked: ${offer}: ${reason}`),
  ];
}

function unmatchedLines({ unmatched }: PriceAnswer): string[] {
  return unmatched.slice(0, MOST_LINES).map((one) => {
    const near = one.nearest.length > 0 ? `; ${unmatchedReason(one)}: ${one.nearest.join(', ')}` : '';
    const help = one.model === null ? '; --as prices them on an offer' : '; name its offer in a --map file';
    return `${unmatchedName(one)}: ${countOf(one.records)}, ${groupDigits(one.tokens)} tokens${near}${help}`;
  });
}

function recordedLines({ recorded }: PriceAnswer): string[] {
  return recorded.flatMap((one) => recordedWords(one).map((line, index) => (index === 0 ? line : `  ${line}`)));
}

function problemLines(answer: PriceAnswer): string[] {
  const lines = answer.problems.slice(0, MOST_LINES).map(problemWords);
  const left = problemCount(answer) - lines.length;
  return left > 0 ? [...lines, `and ${groupDigits(String(left))} more`] : lines;
}

function section(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : ['', title, ...texts.map((text) => wrap(text, WIDTH, '  '))];
}
