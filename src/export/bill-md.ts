import { billRows } from '../catalog/words/bill-rows.ts';
import { groupDigits, money } from '../catalog/words/money.ts';
import type { Bill } from '../engine/bill.ts';
import type { Meters } from '../engine/meter.ts';
import { STANDARD_METERS } from '../engine/standard-meters.ts';
import { document, heading, inline, link, table } from './markdown.ts';

/**
 * A bill as a Markdown receipt: every line and fee with its formula, amount and source, then what has no price,
 * what was assumed, and the totals. Amounts are exact: `1,000 x $0.0019 per message` is `$1.90`.
 */
export function billMarkdown(bill: Bill, meters: Meters = STANDARD_METERS): string {
  return document(billBlocks(bill, meters, 1));
}

/** The blocks of a bill under a heading of a level. */
export function billBlocks(bill: Bill, meters: Meters, level: number): string[] {
  const { currency } = bill;
  const source = (key: string): string => {
    const found = bill.sources[key];
    return link(found ? `${key}, ${found.retrieved}` : key, found?.url);
  };
  const charges = billRows(bill, meters).map((row) => [
    [row.label, ...row.steps].map(inline).join('; '),
    inline(row.formula),
    inline(money(row.amount, currency)),
    source(row.source),
  ]);
  return [
    heading(level, `Bill: ${bill.offer}`),
    `${inline(bill.model)} from ${inline(bill.provider)}, at the prices of ${bill.at}: ${requestWords(bill.requests)}.`,
    charges.length > 0 ? table(['Charge', 'Formula', 'Amount', 'Source'], charges, [2]) : '',
    totals(bill),
    ...listed(
      level + 1,
      'Without a price',
      bill.gaps.map(({ meter, quantity, reason }) => `${inline(meter)}, ${groupDigits(quantity)}: ${inline(reason)}`),
    ),
    ...listed(
      level + 1,
      'Assumptions',
      bill.assumptions.map(({ text }) => inline(text)),
    ),
  ];
}

function totals({ currency, usage_total, fees_total, total, converted, gaps }: Bill): string {
  const rows = [
    ['Usage', inline(money(usage_total, currency))],
    ['Fees', inline(money(fees_total, currency))],
    ['**Total**', total === null ? `none: ${gaps.length} without a price` : `**${inline(money(total, currency))}**`],
  ];
  if (converted) {
    const { from, to, rate, date, source } = converted;
    const words = `Total at ${rate} ${to} for 1 ${from}, ${date}, ${source}`;
    rows.push([inline(words), converted.total === null ? 'none' : inline(money(converted.total, to))]);
  }
  return table(['Total', 'Amount'], rows, [1]);
}

/** Points under a heading; nothing where there are none. */
export function listed(level: number, title: string, points: readonly string[]): string[] {
  return points.length > 0 ? [heading(level, title), points.map((point) => `- ${point}`).join('\n')] : [];
}

function requestWords(requests: string): string {
  return `${groupDigits(requests)} request${requests === '1' ? '' : 's'}`;
}
