import type { Catalog } from '../../catalog/catalog.ts';
import { assumptionWords } from '../../catalog/words/assumption-words.ts';
import { type BillRow, billRows } from '../../catalog/words/bill-rows.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { groupDigits, money } from '../../catalog/words/money.ts';
import type { Bill } from '../../engine/bill.ts';
import { displayWidth, textTable, wrap } from './table.ts';

const WIDTH = 96;

/** A bill as a receipt for the terminal: lines, fees, total, then what is missing, assumed and where it is from. */
export function billText(bill: Bill, catalog: Catalog): string {
  const { currency } = bill;
  const rows = billRows(bill, catalog.meters);
  const table = (some: readonly BillRow[]) => some.flatMap((row) => tableRows(row, currency));
  const lines = rows.filter(({ kind }) => kind === 'line');
  const fees = rows.filter(({ kind }) => kind === 'fee');
  const sums: string[][] = [
    ...(fees.length > 0 ? [['Usage', '', money(bill.usage_total, currency)]] : []),
    ...table(fees),
    ...(bill.total === null
      ? [['Priced so far', 'no total while something has no price', money(bill.usage_total, currency)]]
      : [['Total', '', money(bill.total, currency)]]),
    ...(bill.converted?.total
      ? [
          [
            `In ${bill.converted.to}`,
            `at ${bill.converted.rate} of ${dateWords(bill.converted.date)}`,
            money(bill.converted.total, bill.converted.to),
          ],
        ]
      : []),
  ];
  const body = textTable([...table(lines), ...sums], ['left', 'left', 'decimal'], '  ').split('\n');
  const rule = `  ${'-'.repeat(Math.max(...body.map(displayWidth)) - 2)}`;
  const split = table(lines).length;
  return [
    heading(bill, catalog),
    '',
    ...body.slice(0, split),
    rule,
    ...body.slice(split),
    ...section(
      'No price for',
      bill.gaps.map(
        ({ meter, quantity, reason }) =>
          `${groupDigits(quantity)} ${catalog.meters.get(meter)?.many ?? meter}: ${reason}`,
      ),
    ),
    ...section('Taken as given', assumptionWords(bill.assumptions, catalog.meters)),
    ...section('Sources', sourceLines(bill)),
  ].join('\n');
}

function heading(bill: Bill, catalog: Catalog): string {
  const offer = catalog.offers.get(bill.offer);
  const seller = catalog.providers.get(bill.provider);
  const name = `${offer?.name ?? bill.model} at ${seller?.name ?? bill.provider}`;
  const count = `${groupDigits(bill.requests)} request${bill.requests === '1' ? '' : 's'}`;
  return `${name} (${bill.offer})\n${count}, rates of ${dateWords(bill.at.replace('T00:00:00Z', ''))}`;
}

function tableRows(row: BillRow, currency: string): string[][] {
  return [[row.label, row.formula, money(row.amount, currency)], ...row.steps.map((step) => ['', `  ${step}`, ''])];
}

function section(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : ['', title, ...texts.map((text) => wrap(text, WIDTH, '  '))];
}

function sourceLines(bill: Bill): string[] {
  const used = new Set([...bill.lines, ...bill.fees].map(({ source }) => source));
  return Object.entries(bill.sources)
    .filter(([key]) => used.has(key))
    .map(([key, { url, retrieved }]) => `${key}: ${url}, read ${dateWords(retrieved)}`);
}
