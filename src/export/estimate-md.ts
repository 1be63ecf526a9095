import { groupDigits, money } from '../catalog/words/money.ts';
import { everyWords, losesCredit } from '../catalog/words/way-words.ts';
import type { Meters } from '../engine/meter.ts';
import { STANDARD_METERS } from '../engine/standard-meters.ts';
import { type Estimate, volumeKey } from '../workload/index.ts';
import { billBlocks, listed } from './bill-md.ts';
import { estimateObstacles, failingWords } from './estimate-words.ts';
import { document, heading, inline, table } from './markdown.ts';

/** So many ways to pay are shown; the others cost as much or more. */
const MOST_WAYS = 5;

/**
 * An estimate of work as Markdown: the total with its range, the months, what moves it, each step, how it can be paid
 * for, what was taken as given and left out, and the bills of the first month. Amounts are exact.
 */
export function estimateMarkdown(estimate: Estimate, meters: Meters = STANDARD_METERS): string {
  const { currency, months, drivers, steps, bills, kind } = estimate;
  const amount = (text: string): string => inline(money(text, currency));
  const own = bills[0]?.currency ?? currency;
  const ways = estimate.ways_to_pay.slice(0, MOST_WAYS);
  const loses = losesCredit(ways);
  return document([
    heading(1, `${estimate.name ?? `Work of kind ${kind}`}: ${estimate.offer}`),
    totals(estimate),
    ...listed(2, 'Without a total', estimateObstacles(estimate).map(inline)),
    ...listed(2, 'Without a range', failingWords(estimate).map(inline)),
    ...listed(
      2,
      'Without a price',
      estimate.gaps.map(({ offer, meter, quantity, reason }) =>
        inline(`${offer}: ${meter}, ${groupDigits(quantity)}: ${reason}`),
      ),
    ),
    ...section(
      'Month by month',
      ['Month', 'From', inline(volumeKey(kind)), 'Requests', 'Cost'],
      months.map(({ month, at, volume, requests, total }) => [
        String(month),
        at.slice(0, 10),
        groupDigits(volume),
        groupDigits(requests),
        total === null ? 'none' : amount(total),
      ]),
      [0, 2, 3, 4],
    ),
    ...section(
      'What moves it most',
      ['Input', 'Low', 'High', 'Cost at low', 'Cost at high'],
      drivers.map(({ input, low, high }) => [
        inline(input),
        groupDigits(low.value),
        groupDigits(high.value),
        amount(low.total),
        amount(high.total),
      ]),
      [1, 2, 3, 4],
    ),
    ...section(
      'Requests of the first month',
      ['Step', 'Requests', 'Tokens in', 'Tokens out', 'Made up of'],
      steps.map(({ label, requests, usage, input }) => [
        inline(label),
        groupDigits(requests),
        groupDigits(usage['input_tokens'] ?? '0'),
        groupDigits(usage['output_tokens'] ?? '0'),
        inline(input),
      ]),
      [1, 2, 3],
    ),
    ...section(
      'The cheapest ways to pay',
      ['Method', 'Buy every', 'Credit', 'Fee', 'Purchases', 'Paid in all', 'Left over', ...(loses ? ['Expired'] : [])],
      ways.map((way) => [
        inline(way.method),
        everyWords(way),
        ...[way.credit, way.fee].map((text) => inline(money(text, own))),
        way.purchases,
        ...[way.paid, way.stranded, ...(loses ? [way.expired] : [])].map((text) => inline(money(text, own))),
      ]),
      [2, 3, 4, 5, 6, 7],
    ),
    ...listed(
      2,
      'Taken as given',
      estimate.assumptions.map(({ text }) => inline(text)),
    ),
    ...listed(
      2,
      'Left out',
      estimate.left_out.map(({ text }) => inline(text)),
    ),
    ...bills.flatMap((bill) => billBlocks(bill, meters, 2)),
  ]);
}

function totals({ total, currency, months }: Estimate): string {
  const span = months.length === 1 ? 'a month' : `${months.length} months`;
  if (total === null) return `No total for ${span}.`;
  const end = (text: string | null): string => (text === null ? 'none' : inline(money(text, currency)));
  const row = [end(total.low), `**${end(total.expected)}**`, end(total.high)];
  return table([`Low, for ${span}`, 'Expected', 'High'], [row], [0, 1, 2]);
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
): string[] {
  return rows.length === 0 ? [] : [heading(2, title), table(head, rows, right)];
}
