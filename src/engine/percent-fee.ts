import type { PricedLine } from './bill-line.ts';
import { holds } from './condition.ts';
import { type BillContext, costBeforeIn, spansCovered } from './context.ts';
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
    const free = new Decimal(amount).times(spansCovered(context, span, fee.label));
    const before = costBeforeIn(context, span, fee.label);
    base = larger(ZERO, before.plus(cost).minus(free)).minus(larger(ZERO, before.minus(free)));
    const both = before.isZero() ? plain(cost) : `${plain(before)} before and ${plain(cost)} now`;
    of = `${plain(base)} (the part of ${both} above ${plain(free)})`;
  }
  const amount = base.times(new Decimal(fee.percent)).div(HUNDRED);
  return pricedFee('percent', fee, path, amount, `${fee.percent}% of ${of}`);
}
