import type { PricedLine } from './bill-line.ts';
import { holds } from './condition.ts';
import { assumeSpanStart, type BillContext, spansCovered } from './context.ts';
import { Decimal, HUNDRED, larger, plain, sum, ZERO } from './decimal.ts';
import { type HoldingRule, type PricedFee, pricedFee } from './priced-fee.ts';
import type { PercentFee } from './rate-card.ts';

/**
 * A percentage of what the lines under the fee's conditions cost. 5% of list cost above 25,000 on lines of 25,100
 * is 5% of 100 = 5; with 24,950 spent before, on lines of 100, it is 5% of 50 = 2.5.
 */
export function percentFee(
  { rule: fee, path }: HoldingRule<PercentFee>,
  lines: readonly PricedLine[],
  context: BillContext,
): PricedFee {
  const charged = lines.filter(({ conditions }) => holds(fee.when, conditions, context.at.ms));
  const cost = sum(charged.map(({ amount, listAmount }) => (fee.base === 'list_cost' ? listAmount : amount)));
  let base = cost;
  let of = plain(cost);
  if (fee.above) {
    const { amount, span } = fee.above;
    assumeSpanStart(context, context.costBefore, span, fee.label);
    const free = new Decimal(amount).times(spansCovered(context, span, fee.label));
    const before = context.costBefore ?? ZERO;
    base = larger(ZERO, before.plus(cost).minus(free)).minus(larger(ZERO, before.minus(free)));
    of = `${plain(base)} (the part of ${plain(cost)} above ${plain(free)})`;
  }
  const amount = base.times(new Decimal(fee.percent)).div(HUNDRED);
  return pricedFee('percent', fee, path, amount, `${fee.percent}% of ${of}`);
}
