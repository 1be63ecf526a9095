import { assumptionWords } from '../../catalog/words/assumption-words.ts';
import { type BillRow, billRows } from '../../catalog/words/bill-rows.ts';
import { capital, sentence } from '../../catalog/words/capital.ts';
import { groupDigits, money, shortMoney } from '../../catalog/words/money.ts';
import { Decimal, plain } from '../../engine/decimal.ts';
import type { Bill, Meters } from '../../engine/index.ts';
import { placesOf } from '../tables/figure.ts';

/** A line of a receipt, in words. */
export interface ReceiptRow {
  readonly label: string;
  /** `1,000 × $0.0019 / message`. */
  readonly formula: string;
  /** What acted on the amount: tiers, blocks, allowances, multipliers. */
  readonly steps: readonly string[];
  readonly amount: string;
  readonly source: string;
}

/** A bill as a reader sees it. */
export interface Receipt {
  readonly lines: readonly ReceiptRow[];
  readonly fees: readonly ReceiptRow[];
  /** What the lines come to; given only where fees follow or the bill has no total. */
  readonly subtotal: string | null;
  /** Null while something has no price. */
  readonly total: string | null;
  readonly gaps: readonly string[];
  readonly assumptions: readonly string[];
}

/** Amounts with more digits than this are shortened, and say so. */
const MOST_PLACES = 10;

/** Puts a bill into words. */
export function receipt(bill: Bill, meters: Meters): Receipt {
  const { currency } = bill;
  const rows = billRows(bill, meters);
  const included = new Set(
    bill.lines.flatMap((line, index) => (line.adjustments.some(({ kind }) => kind === 'included') ? [index] : [])),
  );
  const words = (row: BillRow, index: number) => receiptRow(row, row.kind === 'line' && included.has(index), currency);
  return {
    lines: rows.map(words).filter((_, index) => rows[index]?.kind === 'line'),
    fees: rows.map(words).filter((_, index) => rows[index]?.kind === 'fee'),
    subtotal: bill.fees.length > 0 || !bill.complete ? amountWords(bill.usage_total, currency) : null,
    total: bill.total === null ? null : amountWords(bill.total, currency),
    gaps: bill.gaps.map(({ meter, quantity, reason }) => {
      const node = meters.get(meter);
      return sentence(node ? `${groupDigits(quantity)} ${quantity === '1' ? node.one : node.many}: ${reason}` : reason);
    }),
    assumptions: assumptionWords(bill.assumptions, meters).map((text) => sentence(withShortNumbers(text))),
  };
}

function receiptRow(row: BillRow, included: boolean, currency: string): ReceiptRow {
  const exact = money(row.amount, currency);
  const amount = included ? 'included' : amountWords(row.amount, currency);
  const steps = exact === amount || included ? row.steps : [...row.steps, `exactly ${exact}`];
  return {
    label: capital(row.label),
    formula: included ? row.formula.replace(/, included$/, '') : withSigns(row.formula),
    steps: steps.map(withSigns),
    amount,
    source: row.source,
  };
}

/** `2 x $3.00 per page` as `2 × $3.00 / page`. */
function withSigns(formula: string): string {
  return formula.replaceAll(' x ', ' × ').replace(/ per /, ' / ');
}

/** A sentence whose numbers of very many places are rounded to six, and say so. */
function withShortNumbers(text: string): string {
  return text.replaceAll(/\d+\.\d{11,}/g, (number) => `about ${plain(new Decimal(number).toDecimalPlaces(6))}`);
}

function amountWords(amount: string, currency: string): string {
  return placesOf(amount) > MOST_PLACES ? shortMoney(amount, currency) : money(amount, currency);
}
