import { assume } from './assumption.ts';
import type { Adjustment } from './bill.ts';
import { holds } from './condition.ts';
import { type BillContext, noteReading, spansCovered, usedBeforeIn } from './context.ts';
import { isWithin } from './counts-apart.ts';
import { Decimal, plain, smaller, ZERO } from './decimal.ts';
import { drawPast, isOfPast, pastOf } from './past-usage.ts';
import type { Segment } from './period-tiers.ts';
import type { Allowance } from './rate-card.ts';

/** A segment with the quantity that is left to pay and the allowances that took the rest. */
export interface PaidSegment extends Segment {
  readonly paid: Decimal;
  readonly allowances: readonly Adjustment[];
}

/** Step 5: draws allowances from the segments of their meters, in the order of the allowance's meters. */
export function drawAllowances(segments: readonly Segment[], context: BillContext): PaidSegment[] {
  const paid = segments.map((segment): PaidSegment => ({ ...segment, paid: segment.quantity, allowances: [] }));
  const { allowances } = context.card.period;
  if (!allowances) return paid;
  const past = pastOf(context);
  for (const [index, allowance] of allowances.entries()) {
    const covered = inOrder(paid, allowance, context);
    const takenBefore = drawPast(past, allowance, context);
    if (covered.length === 0) continue;
    const covers = covered.flatMap((position) => paid[position] ?? []);
    let left = given(allowance, covers, context).minus(takenBefore);
    for (const position of covered) {
      const segment = paid[position];
      const free = segment ? smaller(left, segment.paid) : ZERO;
      if (!segment || free.isZero()) continue;
      left = left.minus(free);
      noteReading(allowance, allowance.label, context);
      paid[position] = {
        ...segment,
        paid: segment.paid.minus(free),
        allowances: [
          ...segment.allowances,
          {
            kind: 'allowance',
            label: allowance.label,
            quantity: plain(free.negated()),
            rule: `${context.card.path}/allowances/${index}`,
            source: allowance.source,
          },
        ],
      };
    }
  }
  return paid;
}

/** What an allowance holds for this bill, before what the past has taken of it; says what is assumed of that. */
function given(allowance: Allowance, covers: readonly Segment[], context: BillContext): Decimal {
  const { label, span, when } = allowance;
  const usedBefore = usedBeforeIn(context, span, label);
  if (usedBefore && isOfPast(allowance, usedBefore, context.meters)) {
    const inBlocks = covers.some(({ piece }) => piece.rate.state === 'published' && piece.rate.block);
    if (!holds(when, context.when, context.at.ms)) assume(context.assumptions, 'used_before_elsewhere', { label });
    else if (inBlocks) assume(context.assumptions, 'used_before_in_units', { label });
  }
  return new Decimal(allowance.quantity).times(spansCovered(context, span, label));
}

/** The positions of the segments that an allowance covers: by the order of its meters, then of the segments. */
function inOrder(segments: readonly Segment[], allowance: Allowance, context: BillContext): number[] {
  return allowance.meters.flatMap((meter) =>
    segments.flatMap(({ piece }, position) => {
      const own = piece.rate.rate.meter;
      const inside = isWithin(own, [meter], context.meters);
      const covered =
        inside && piece.rate.state === 'published' && holds(allowance.when, piece.conditions, context.at.ms);
      return covered ? [position] : [];
    }),
  );
}
