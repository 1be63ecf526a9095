import { type BillContext, costBeforeIn, spansCovered } from './context.ts';
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
  const before = costBeforeIn(context, rule.span, rule.label);
  const whole = new Decimal(rule.amount).times(spansCovered(context, rule.span, rule.label));
  const least = larger(ZERO, whole.minus(before));
  const amount = larger(ZERO, least.minus(sofar));
  return amount.isZero() ? null : pricedFee('minimum', rule, path, amount, `${plain(least)} less ${plain(sofar)}`);
}

/** What was charged before and no credit of the card has paid for yet. */
export interface Unpaid {
  before: Decimal;
}

/**
 * The provider's own money, spent before the reader's: first on what was charged before, then on this bill, never more
 * than there is to pay. Of a credit of 30 with 20 charged before, 10 are left. A daily credit looks at this bill alone.
 */
export function creditFee(
  { rule, path }: HoldingRule<Credit>,
  sofar: Decimal,
  unpaid: Unpaid,
  context: BillContext,
): PricedFee | null {
  const given = new Decimal(rule.amount).times(spansCovered(context, rule.span, rule.label));
  const before = costBeforeIn(context, rule.span, rule.label).isZero() ? ZERO : smaller(given, unpaid.before);
  unpaid.before = unpaid.before.minus(before);
  const amount = smaller(given.minus(before), larger(ZERO, sofar));
  if (amount.isZero()) return null;
  const spent = before.isZero() ? '' : ` less ${plain(before)} spent before`;
  return pricedFee('credit', rule, path, amount.negated(), `credit of ${plain(given)}${spent}`);
}
