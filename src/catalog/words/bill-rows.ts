import type { Adjustment, Bill, BillFee, BillLine, LineTier } from '../../engine/bill.ts';
import type { Meters } from '../../engine/meter.ts';
import type { Span } from '../../engine/rate-card.ts';
import { groupDigits, money } from './money.ts';
import { perWords } from './unit-words.ts';

/** A row of a bill as a reader sees it: what, how it was worked out, how much. */
export interface BillRow {
  readonly kind: 'line' | 'fee';
  readonly label: string;
  /** `1,000 x $0.0019 per message`, then whatever else acted. */
  readonly formula: string;
  /** Each step that acted on the quantity or the amount, in words. */
  readonly steps: readonly string[];
  /** The exact amount. */
  readonly amount: string;
  readonly source: string;
}

/** The lines and fees of a bill as rows. */
export function billRows(bill: Bill, meters: Meters): BillRow[] {
  return [...bill.lines.map((line) => lineRow(line, bill.currency, meters)), ...bill.fees.map((fee) => feeRow(fee))];
}

/** A line as a row. */
export function lineRow(line: BillLine, currency: string, meters: Meters): BillRow {
  const included = line.adjustments.some(({ kind }) => kind === 'included');
  const quantity = groupDigits(line.quantity);
  const factors = line.adjustments.flatMap((one) => (one.kind === 'multiplier' ? [` x ${one.factor}`] : []));
  const price = `${money(line.price, currency)} ${perWords({ per: Number(line.per), meter: line.meter }, meters)}`;
  const words = meters.get(line.meter);
  return {
    kind: 'line',
    label: line.label,
    formula: included
      ? `${quantity} ${(line.quantity === '1' ? words?.one : words?.many) ?? line.meter}, included`
      : `${quantity} x ${price}${factors.join('')}`,
    steps: [
      ...(line.tier ? tierSteps(line.tier, meters) : []),
      ...line.adjustments.flatMap((one) => adjustmentSteps(one)),
      ...Object.entries(line.parts ?? {}).map(
        ([meter, count]) =>
          `with ${groupDigits(count)} ${meters.get(meter)?.many ?? meter}, which have no rate of their own`,
      ),
      ...(line.rounded === undefined ? [] : [`rounded by at most ${line.rounded}`]),
    ],
    amount: line.amount,
    source: line.source,
  };
}

function feeRow(fee: BillFee): BillRow {
  const steps = fee.rounded === undefined ? [] : [`rounded by at most ${fee.rounded}`];
  return { kind: 'fee', label: fee.label, formula: fee.formula, steps, amount: fee.amount, source: fee.source };
}

const SPAN: Record<Span | 'request', string> = {
  request: 'a request',
  day: 'a day',
  month: 'a month',
  year: 'a year',
  once: 'in all',
};

function tierSteps({ over, up_to, subject, span, boundary, kind }: LineTier, meters: Meters): string[] {
  const inclusive = kind !== 'graduated' && boundary === 'inclusive';
  const bounds = [
    ...(over === null ? [] : [`${inclusive ? 'from' : 'over'} ${groupDigits(over)}`]),
    ...(up_to === null ? [] : [`${inclusive ? 'below' : 'up to'} ${groupDigits(up_to)}`]),
  ];
  return bounds.length === 0
    ? []
    : [`the price for ${bounds.join(' and ')} ${meters.get(subject)?.many ?? subject} ${SPAN[span]}`];
}

function adjustmentSteps(adjustment: Adjustment): string[] {
  switch (adjustment.kind) {
    case 'block':
      return [`${groupDigits(adjustment.used)} used, ${groupDigits(adjustment.billed)} billed: ${adjustment.label}`];
    case 'allowance':
      return [`${adjustment.label}: ${groupDigits(adjustment.quantity.replace('-', ''))} free`];
    case 'multiplier':
      return [`${adjustment.label}: x ${adjustment.factor}`];
    case 'included':
      return [];
  }
}
