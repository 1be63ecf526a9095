import { assume } from './assumption.ts';
import { type BillContext, spansCovered, usedBeforeIn } from './context.ts';
import { wholeOf } from './counts-apart.ts';
import { Decimal, larger, plain, ZERO } from './decimal.ts';
import { multiply } from './multiplier.ts';
import { type HoldingRule, type PricedFee, pricedFee } from './priced-fee.ts';
import type { Commitment } from './rate-card.ts';
import { selectRate } from './select-rate.ts';

/**
 * What a commitment adds when less than it was used: the missing quantity at the meter's own rate, times the
 * multipliers that hold. Of 10,950 committed hours at 1 each, 9,000 used before and 1,000 now, it is 950.
 */
export function commitmentFee(
  { rule: commitment, path, conditions }: HoldingRule<Commitment>,
  counted: (meter: string) => Decimal,
  context: BillContext,
): PricedFee | null {
  const { label, meter, term } = commitment;
  assume(context.assumptions, 'term_runs_on', { label, term });
  const committed = new Decimal(commitment.quantity).times(spansCovered(context, commitment.span, label));
  const past = usedBeforeIn(context, commitment.span, label);
  const before = past ? wholeOf(meter, past) : ZERO;
  const missing = larger(ZERO, committed.minus(before).minus(counted(meter)));
  if (missing.isZero()) return null;
  const selection = selectRate(meter, context.card, context.meters, conditions, context.at.ms);
  if (!('rate' in selection)) {
    context.gaps.push(selection.gap(plain(missing)));
    return null;
  }
  const { rate } = selection;
  if (rate.state !== 'published') return null;
  const { value, rounded } = rate.amount(missing);
  const { amount, adjustments } = multiply(value, rate, conditions, context);
  const factors = adjustments.map(({ factor }) => ` x ${factor}`).join('');
  const formula = `${plain(missing)} unused of ${plain(committed)} x ${plain(rate.price)} / ${rate.per}${factors}`;
  return pricedFee('commitment', commitment, path, amount, formula, rounded);
}
