import { assume } from './assumption.ts';
import { type BillContext, spansCovered } from './context.ts';
import { Decimal, plain } from './decimal.ts';
import { type HoldingRule, type PricedFee, pricedFee } from './priced-fee.ts';
import type { RecurringFee } from './rate-card.ts';

/** A fixed amount for each span that the bill covers. */
export function recurringFee({ rule: fee, path }: HoldingRule<RecurringFee>, context: BillContext): PricedFee {
  const { label, span } = fee;
  const spans = spansCovered(context, span, label);
  if (span !== 'day') assume(context.assumptions, 'span_not_prorated', { label, span });
  const amount = new Decimal(fee.amount).times(spans);
  return pricedFee('recurring', fee, path, amount, `${plain(spans)} x ${fee.amount}`);
}
