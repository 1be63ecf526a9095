import type { Catalog } from '../../catalog/catalog.ts';
import { groupDigits, money } from '../../catalog/words/money.ts';
import { everyWords, losesCredit, waysToChoose } from '../../catalog/words/way-words.ts';
import { engineProblemText } from '../../engine/problem.ts';
import type { Estimate } from '../../workload/estimate.ts';
import { volumeKey } from '../../workload/fields.ts';
import { billText } from './bill-text.ts';
import { textTable, wrap } from './table.ts';

const WIDTH = 96;

/** So many ways to pay are shown; the others cost as much or more. */
const MOST_WAYS = 3;

/** An estimate for the terminal: the range, the months, what drives it, each step, the first bill, and the reasons. */
export function estimateText(estimate: Estimate, catalog: Catalog): string {
  const { currency, total, months, drivers, steps, bills } = estimate;
  const offer = catalog.offers.get(estimate.offer);
  const span = months.length === 1 ? 'a month' : `${months.length} months`;
  const own = bills[0]?.currency ?? currency;
  const ways = waysToChoose(estimate.ways_to_pay, MOST_WAYS);
  const loses = losesCredit(ways);
  const head = `${estimate.name ?? `A workload of kind ${estimate.kind}`} on ${offer?.name ?? estimate.offer} (${estimate.offer})`;
  return [
    head,
    '',
    ...(total === null
      ? ['  No total.', ...obstacles(estimate, catalog)]
      : total.low === null || total.high === null
        ? [`  ${money(total.expected, currency)} expected for ${span}, without a range`, ...failing(estimate)]
        : total.low === total.high
          ? [`  ${money(total.expected, currency)} for ${span}`]
          : [
              `  ${money(total.expected, currency)} expected for ${span}`,
              `  ${money(total.low, currency)} low, ${money(total.high, currency)} high`,
            ]),
    ...table(
      'Month by month',
      ['month', 'from', volumeKey(estimate.kind), 'requests', 'cost'],
      months.map((month) => [
        String(month.month),
        month.at.slice(0, 10),
        groupDigits(month.volume),
        groupDigits(month.requests),
        month.total === null ? 'no total' : money(month.total, currency),
      ]),
      ['right', 'left', 'right', 'right', 'decimal'],
    ),
    ...table(
      'What moves it most (each input alone, from low to high)',
      ['input', 'from', 'to', 'cost from', 'to'],
      drivers.map(({ input, low, high }) => [
        input,
        groupDigits(low.value),
        groupDigits(high.value),
        money(low.total, currency),
        money(high.total, currency),
      ]),
      ['left', 'right', 'right', 'decimal', 'decimal'],
    ),
    ...table(
      'Cheapest ways to pay for months like the first',
      ['method', 'buy every', 'credit', 'fee', 'purchases', 'paid in all', 'left over', ...(loses ? ['expired'] : [])],
      ways.map((way) => [
        way.method,
        everyWords(way),
        money(way.credit, own),
        money(way.fee, own),
        way.purchases,
        money(way.paid, own),
        money(way.stranded, own),
        ...(loses ? [money(way.expired, own)] : []),
      ]),
      ['left', 'left', 'decimal', 'decimal', 'right', 'decimal', 'decimal', 'decimal'],
    ),
    ...table(
      'Requests of the first month',
      ['', 'requests', 'tokens in', 'tokens out', 'made up of'],
      steps.map(({ label, requests, usage, input }) => [
        label,
        groupDigits(requests),
        groupDigits(usage['input_tokens'] ?? '0'),
        groupDigits(usage['output_tokens'] ?? '0'),
        input,
      ]),
      ['left', 'right', 'right', 'right', 'left'],
    ),
    ...section(
      'Taken as given',
      estimate.assumptions.map(({ text }) => text),
    ),
    ...section(
      'Left out',
      estimate.left_out.map(({ text }) => text),
    ),
    ...bills.flatMap((bill) => ['', `Bill of the first month`, '', billText(bill, catalog)]),
  ].join('\n');
}

function failing({ failing_ends: ends }: Estimate): string[] {
  return ends.map(({ input, value, reasons }) =>
    wrap(`with ${input} at ${groupDigits(value)}: ${reasons.join('; ')}`, WIDTH, '  '),
  );
}

function obstacles({ cannot, problems, gaps }: Estimate, catalog: Catalog): string[] {
  const reasons = [
    ...cannot.map(({ offer, reason }) => `${offer}: ${reason}`),
    ...problems.map(engineProblemText),
    ...gaps.map(({ offer, meter, reason }) => `${offer}: ${catalog.meters.get(meter)?.many ?? meter}: ${reason}`),
  ];
  return [...new Set(reasons)].map((reason) => wrap(reason, WIDTH, '  '));
}

function table(
  title: string,
  head: string[],
  rows: readonly string[][],
  align: Parameters<typeof textTable>[1],
): string[] {
  return rows.length === 0 ? [] : ['', title, textTable([head, ...rows], align, '  ')];
}

function section(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : ['', title, ...texts.map((text) => wrap(text, WIDTH, '  '))];
}
