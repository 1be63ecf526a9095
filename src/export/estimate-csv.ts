import type { Estimate } from '../workload/index.ts';
import { type Cell, csv } from './csv.ts';
import { estimateObstacles, failingWords, usageWords } from './estimate-words.ts';

const COLUMNS = {
  row: 'row',
  label: 'label',
  offer: 'offer',
  at: 'at (UTC)',
  volume: 'volume',
  requests: 'requests',
  meter: 'meter',
  quantity: 'quantity (units of the meter)',
  price: 'price (in currency)',
  per: 'per (units of the meter)',
  lowInput: 'low input',
  highInput: 'high input',
  low: 'low (in currency)',
  amount: 'amount (in currency)',
  high: 'high (in currency)',
  currency: 'currency',
  detail: 'detail',
} as const;

type Row = Partial<Record<keyof typeof COLUMNS, Cell>>;

/**
 * An estimate of work as CSV: the total, then a row for each month, driver, step, line and fee of the first month's
 * bills, gap, way to pay, obstacle, assumption and omission. `row` says which. A chat of 0.0072 is
 * `total,,p/chat,...,0.0072,0.0072,0.0072,USD,`. Without a range `low` and `high` of the total are empty.
 */
export function estimateCsv(estimate: Estimate): string {
  const keys = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const rows = rowsOf(estimate).map((row) => keys.map((key) => row[key]));
  return csv(Object.values(COLUMNS), rows);
}

function rowsOf(estimate: Estimate): Row[] {
  const { offer, currency, total, months, drivers, steps, bills, ways_to_pay: ways } = estimate;
  return [
    {
      row: 'total',
      offer,
      low: total?.low,
      amount: total?.expected,
      high: total?.high,
      currency,
      label: estimate.name,
    },
    ...estimateObstacles(estimate).map((detail): Row => ({ row: 'no_total', offer, detail })),
    ...failingWords(estimate).map((detail): Row => ({ row: 'no_range', offer, detail })),
    ...months.map(
      ({ month, at, volume, requests, total: amount }): Row => ({
        row: 'month',
        label: String(month),
        offer,
        at,
        volume,
        requests,
        amount,
        currency,
      }),
    ),
    ...drivers.map(
      ({ input, label, low, high }): Row => ({
        row: 'driver',
        label: input,
        offer,
        lowInput: low.value,
        highInput: high.value,
        low: low.total,
        high: high.total,
        currency,
        detail: label,
      }),
    ),
    ...steps.map(
      (step): Row => ({
        row: 'step',
        label: step.label,
        offer: step.offer ?? (step.role === 'answer' ? offer : null),
        requests: step.requests,
        detail: [usageWords(step.usage), step.input].filter(Boolean).join('; '),
      }),
    ),
    ...bills.flatMap((bill): Row[] => [
      ...bill.lines.map(
        ({ label, meter, quantity, price, per, amount }): Row => ({
          row: 'line',
          label,
          offer: bill.offer,
          at: bill.at,
          meter,
          quantity,
          price,
          per,
          amount,
          currency: bill.currency,
        }),
      ),
      ...bill.fees.map(
        ({ kind, label, amount, formula }): Row => ({
          row: 'fee',
          label,
          offer: bill.offer,
          at: bill.at,
          amount,
          currency: bill.currency,
          detail: `${kind}: ${formula}`,
        }),
      ),
      ...bill.assumptions.map(
        ({ code, text }): Row => ({
          row: 'bill_assumption',
          label: code,
          offer: bill.offer,
          detail: text,
        }),
      ),
    ]),
    ...estimate.gaps.map(
      ({ offer: own, meter, quantity, reason }): Row => ({
        row: 'gap',
        offer: own,
        meter,
        quantity,
        detail: reason,
      }),
    ),
    ...ways.map(
      ({ method, every_months, every_days, credit, fee, purchases, paid, stranded, expired }): Row => ({
        row: 'way_to_pay',
        label: method,
        offer,
        amount: paid,
        currency: bills[0]?.currency ?? currency,
        detail:
          `every ${every_days === null ? `${every_months} months` : `${every_days} days`}: ${purchases} purchases of at most ${credit} with a fee of ${fee}; ` +
          `${stranded} left over, ${expired} expired`,
      }),
    ),
    ...estimate.assumptions.map(({ code, text }): Row => ({ row: 'assumption', label: code, offer, detail: text })),
    ...estimate.left_out.map(({ code, text }): Row => ({ row: 'left_out', label: code, offer, detail: text })),
  ];
}
