import type { Bill, Converted } from './bill.ts';
import { Decimal, type DecimalString, plain } from './decimal.ts';

/** A dated exchange rate: 1 of `from` is `rate` of `to`. */
export interface ExchangeRate {
  readonly from: string;
  readonly to: string;
  readonly rate: DecimalString;
  readonly date: string;
  readonly source: string;
}

/** Step 13: the totals in another currency. Exact: nothing is rounded to its smallest coin. */
export function convert(
  exchange: ExchangeRate,
  totals: { readonly usage: Decimal; readonly fees: Decimal; readonly total: Decimal | null },
): Converted {
  const rate = new Decimal(exchange.rate);
  return {
    ...exchange,
    usage_total: plain(totals.usage.times(rate)),
    fees_total: plain(totals.fees.times(rate)),
    total: totals.total === null ? null : plain(totals.total.times(rate)),
  };
}

/** A bill's total in the currency that was asked for; null where it is unknown, or no exchange rate leads there. */
export function totalAsked({ converted, total }: Pick<Bill, 'converted' | 'total'>): DecimalString | null {
  if (converted === undefined) return total;
  return converted === null ? null : converted.total;
}
