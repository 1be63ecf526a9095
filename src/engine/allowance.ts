import type { Adjustment } from './bill.ts';
import { holds } from './condition.ts';
import { assumeSpanStart, type BillContext, noteReading, spansCovered } from './context.ts';
import { heldBy, isWithin } from './counts-apart.ts';
import { Decimal, larger, plain, smaller, ZERO } from './decimal.ts';
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
  for (const [index, allowance] of (context.card.period.allowances ?? []).entries()) {
    const covered = inOrder(paid, allowance, context);
    if (covered.length === 0) continue;
    let left = available(allowance, context);
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

/** What is left of an allowance for this bill, after what was used before it. */
function available(allowance: Allowance, context: BillContext): Decimal {
  assumeSpanStart(context, context.usedBefore, allowance.span, allowance.label);
  const whole = new Decimal(allowance.quantity).times(spansCovered(context, allowance.span, allowance.label));
  const before = context.usedBefore ? heldBy(allowance.meters, context.usedBefore) : ZERO;
  return larger(ZERO, whole.minus(before));
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
