import { groupDigits, money } from '../../catalog/words/money.ts';
import type { PriceAnswer, PricedGroup } from '../../record-pricing/answer.ts';
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
    group.complete ? '' : group.low === group.high ? 'incomplete' : 'bounds',
  ]);
  const sums = answer.totals.map(({ currency, low, high }) => [
    ...(names.length > 0 ? [answer.complete ? 'Total' : 'Priced so far', ...names.slice(1).map(() => '')] : []),
    groupDigits(String(answer.records)),
    range(low, high, currency),
    '',
  ]);
  const align = [...names.map(() => 'left' as const), 'right' as const, 'decimal' as const, 'left' as const];
  return [
    answer.groups.length === 0 ? 'Nothing could be priced.' : textTable([head, ...rows, ...sums], align),
    ...section('The same records elsewhere', comparisonLines(answer)),
    ...section('No price for', gapLines(answer.groups)),
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

function costWords({ low, high, currency }: PricedGroup): string {
  return range(low, high, currency);
}

function range(low: string, high: string, currency: string): string {
  return low === high ? money(low, currency) : `${money(low, currency)} to ${money(high, currency)}`;
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

function gapLines(groups: readonly PricedGroup[]): string[] {
  return groups.flatMap(({ gaps }) =>
    gaps.map(({ offer, meter, quantity, reason }) => `${offer}: ${groupDigits(quantity)} ${meter}: ${reason}`),
  );
}

function unmatchedLines({ unmatched }: PriceAnswer): string[] {
  return unmatched.slice(0, MOST_LINES).map(({ provider, model, records, tokens, nearest }) => {
    const name = model === null ? 'records without a model' : `${provider ? `${provider}:` : ''}${model}`;
    const near = nearest.length > 0 ? `; nearest: ${nearest.join(', ')}` : '';
    const help = model === null ? '; --as prices them on an offer' : '; name its offer in a --map file';
    return `${name}: ${groupDigits(String(records))} records, ${groupDigits(tokens)} tokens${near}${help}`;
  });
}

function recordedLines({ recorded }: PriceAnswer): string[] {
  return recorded.flatMap(({ kind, currency, amount, records, compared, equal, difference, explained, largest }) => [
    `${money(amount, currency)} ${kind} in ${groupDigits(String(records))} records; of ${groupDigits(String(compared))} compared ` +
      `${groupDigits(String(equal))} are equal to ours, and all together differ by ${money(difference, currency)}`,
    ...explained.map(({ reason, records: count }) => `  ${groupDigits(String(count))}: ${reason}`),
    ...largest.map(
      ({ file, line, recorded: theirs, priced }) =>
        `  ${file}:${line}: ${money(theirs, currency)} recorded, ${money(priced, currency)} by the catalog`,
    ),
  ]);
}

function problemLines({ problems, problem_counts }: PriceAnswer): string[] {
  const all = Object.values(problem_counts).reduce((sum, count) => sum + count, 0);
  const lines = problems
    .slice(0, MOST_LINES)
    .map(({ file, line, text }) => `${file}${line > 0 ? `:${line}` : ''}${file ? ': ' : ''}${text}`);
  return all > lines.length ? [...lines, `and ${groupDigits(String(all - lines.length))} more`] : lines;
}

function section(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : ['', title, ...texts.map((text) => wrap(text, WIDTH, '  '))];
}
