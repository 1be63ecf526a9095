import { assumeSpanStart, type BillContext, spansCovered } from './context.ts';
import { Decimal, larger, plain, smaller, ZERO } from './decimal.ts';
import { type HoldingRule, type PricedFee, pricedFee } from './priced-fee.ts';
import type { Credit, Minimum, Rule } from './rate-card.ts';
import { MODE_WORDS, type RoundingRule, roundTo } from './rounding.ts';

/** Step 11: what rounding the invoice adds or takes. */
export function invoiceRounding({ rule, path }: HoldingRule<RoundingRule & Rule>, sofar: Decimal): PricedFee | null {
  const { increment, mode, source, label = 'Invoice rounding' } = rule;
  const amount = roundTo(sofar, new Decimal(increment), mode).minus(sofar);
  if (amount.isZero()) return null;
  return pricedFee(
    'invoice_rounding',
    { label, source },
    path,
    amount,
    `${plain(sofar)} ${MODE_WORDS[mode]} to ${increment}`,
  );
}

/** Step 12: what is missing to the least that a span is charged for, what was charged before included. */
export function minimumFee(
  { rule, path }: HoldingRule<Minimum>,
  sofar: Decimal,
  context: BillContext,
): PricedFee | null {
  assumeSpanStart(context, context.costBefore, rule.span, rule.label);
  const whole = new Decimal(rule.amount).times(spansCovered(context, rule.span, rule.label));
  const least = larger(ZERO, whole.minus(context.costBefore ?? ZERO));
  const amount = larger(ZERO, least.minus(sofar));
  return amount.isZero() ? null : pricedFee('minimum', rule, path, amount, `${plain(least)} less ${plain(sofar)}`);
}

/** The provider's own money, spent before the reader's: never more than there is to pay. */
export function creditFee({ rule, path }: HoldingRule<Credit>, sofar: Decimal, context: BillContext): PricedFee | null {
  assumeSpanStart(context, null, rule.span, rule.label);
  const given = new Decimal(rule.amount).times(spansCovered(context, rule.span, rule.label));
  const amount = smaller(given, larger(ZERO, sofar));
  return amount.isZero() ? null : pricedFee('credit', rule, path, amount.negated(), `credit of ${plain(given)}`);
}
