import { lineRow } from '../catalog/words/bill-rows.ts';
import type { Bill } from '../engine/bill.ts';
import type { Meters } from '../engine/meter.ts';
import { STANDARD_METERS } from '../engine/standard-meters.ts';
import { type Cell, csv } from './csv.ts';

/**
 * A bill as CSV: a row for each line, fee, gap and assumption, then the totals. `row` says which; amounts and
 * prices are in the currency of the header, quantities in units of the row's meter. 1,000 messages at 0.0019 are
 * `line,Per Message,messages,1000,0.0019,1,1.9,...`. A bill with gaps has an empty total.
 */
export function billCsv(bill: Bill, meters: Meters = STANDARD_METERS): string {
  const { currency, converted } = bill;
  const header = [
    'row',
    'label',
    'meter',
    'quantity (units of the meter)',
    `price (${currency})`,
    'per (units of the meter)',
    `amount (${currency})`,
    ...(converted ? [`amount (${converted.to})`] : []),
    'detail',
    `rounded by at most (${currency})`,
    'at (UTC)',
    'offer',
    'rule',
    'source url',
    'retrieved',
  ];
  const row = (cells: Readonly<Record<string, Cell>>, source?: string): Cell[] => {
    const found = source === undefined ? undefined : bill.sources[source];
    const { kind, label, meter, quantity, price, per, amount, other, detail, rounded, rule } = cells;
    return [
      ...[kind, label, meter, quantity, price, per, amount],
      ...(converted ? [other] : []),
      ...[detail, rounded, bill.at, bill.offer, rule, found?.url, found?.retrieved],
    ];
  };
  const rate = converted
    ? `1 ${converted.from} is ${converted.rate} ${converted.to} on ${converted.date} (${converted.source})`
    : null;
  return csv(header, [
    ...bill.lines.map((line) => {
      const { label, meter, quantity, price, per, amount, rounded, rate: rule, source } = line;
      const included = line.adjustments.flatMap((one) => (one.kind === 'included' ? [one.label] : []));
      const detail = [...included, ...lineRow(line, currency, meters).steps].join('; ');
      return row({ kind: 'line', label, meter, quantity, price, per, amount, detail, rounded, rule }, source);
    }),
    ...bill.fees.map(({ kind, label, amount, formula, rounded, rule, source }) =>
      row({ kind: 'fee', label, amount, detail: `${kind}: ${formula}`, rounded, rule }, source),
    ),
    ...bill.gaps.map(({ meter, quantity, reason }) => row({ kind: 'gap', meter, quantity, detail: reason })),
    ...bill.assumptions.map(({ code, text }) => row({ kind: 'assumption', label: code, detail: text })),
    row({ kind: 'usage_total', amount: bill.usage_total, other: converted?.usage_total }),
    row({ kind: 'fees_total', amount: bill.fees_total, other: converted?.fees_total }),
    row({ kind: 'total', quantity: null, amount: bill.total, other: converted?.total, detail: rate }),
  ]);
}
