import { billRows } from '../../../catalog/words/bill-rows.ts';
import { shortMoney } from '../../../catalog/words/money.ts';
import { Decimal } from '../../../engine/decimal.ts';
import type { Bill, Meters } from '../../../engine/index.ts';

/** A line or fee of bills as a bar: the exact amount in words, and a length to draw. */
export interface MoneyBar {
  readonly label: string;
  readonly amount: string;
  readonly length: number;
  readonly kind: 'line' | 'fee';
}

/** What the bills of an answer charge for, the largest first; nothing where there are not two things to set side by side. */
export function moneyOf(bills: readonly Bill[], meters: Meters): MoneyBar[] {
  const rows = bills.flatMap((bill) =>
    billRows(bill, meters).flatMap((row): { exact: Decimal; bar: MoneyBar }[] => {
      const amount = new Decimal(row.amount);
      if (amount.isZero()) return [];
      const label = bills.length > 1 ? `${row.label}, ${bill.offer}` : row.label;
      const words = shortMoney(row.amount, bill.currency);
      return [{ exact: amount, bar: { label, amount: words, length: amount.toNumber(), kind: row.kind } }];
    }),
  );
  const isOne = new Set(bills.map(({ currency }) => currency)).size === 1;
  if (!isOne || rows.length < 2) return [];
  return rows.sort((a, b) => b.exact.cmp(a.exact)).map(({ bar }) => bar);
}
