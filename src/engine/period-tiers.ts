import { assume } from './assumption.ts';
import { type BillContext, spansCovered, usedBeforeIn } from './context.ts';
import { type CountsApart, fallingTo, heldBy, wholeOf } from './counts-apart.ts';
import { type Decimal, ZERO } from './decimal.ts';
import type { Piece } from './piece.ts';
import type { PreparedRate, PreparedStep } from './prepare.ts';
import type { Span } from './rate-card.ts';
import { type StepIndex, segments, stepReached } from './tier.ts';

/** A piece, or the part of it that lies in one step. */
export interface Segment {
  readonly piece: Piece;
  readonly step: StepIndex;
  readonly quantity: Decimal;
  /** Whether the segment is all of its piece. */
  readonly whole: boolean;
}

/**
 * Step 4 for tiers over a period: a graduated tier cuts the period's quantity at its steps, a volume tier
 * prices all of it at the step that the period's count reaches. Pieces of one rate share its tiers, in order.
 *
 * @param counted the whole count of a meter over the bill
 */
export function periodSegments(
  pieces: readonly Piece[],
  counted: (meter: string) => Decimal,
  context: BillContext,
): Segment[] {
  const passed = new Map<string, Decimal>();
  return pieces.flatMap((piece): Segment[] => {
    const { rate, step, quantity } = piece;
    if (rate.state !== 'published' || step !== null) return [{ piece, step: step ?? -1, quantity, whole: true }];
    const { tiers } = rate;
    if (!tiers || tiers.kind === 'cliff' || tiers.span === 'request')
      return [{ piece, step: -1, quantity, whole: true }];
    const steps = spreadSteps(rate, tiers.span, context);
    const past = usedBeforeIn(context, tiers.span, labelOf(rate));
    if (tiers.kind === 'volume') {
      const before = past ? wholeOf(tiers.subject, past) : ZERO;
      if (!before.isZero()) assume(context.assumptions, 'used_before_not_repriced', { label: labelOf(rate) });
      const reached = stepReached(counted(tiers.subject).plus(before), steps, tiers.boundary);
      return [{ piece, step: reached, quantity, whole: true }];
    }
    const before = passed.get(rate.path) ?? (past ? usedAtRate(rate, past, context) : ZERO);
    passed.set(rate.path, before.plus(quantity));
    const cut = segments(quantity, before, steps);
    return cut.map((segment) => ({ piece, ...segment, whole: cut.length === 1 }));
  });
}

function labelOf({ rate }: PreparedRate): string {
  return rate.label ?? rate.meter;
}

/** What fell to a graduated rate before; says where that is not all that its reader may think. */
function usedAtRate(rate: PreparedRate, past: CountsApart, context: BillContext): Decimal {
  const before = fallingTo(rate, past);
  const label = labelOf(rate);
  if (!before.isZero() && rate.block) assume(context.assumptions, 'used_before_in_units', { label });
  if (before.isZero() && !heldBy([rate.rate.meter], past).isZero()) {
    assume(context.assumptions, 'used_before_elsewhere', { label });
  }
  return before;
}

/** The steps of a tier over all the days of the bill, when it is counted by the day. */
function spreadSteps(rate: PreparedRate, span: Span, context: BillContext): readonly PreparedStep[] {
  const days = spansCovered(context, span, labelOf(rate));
  return days.eq(1) ? rate.steps : rate.steps.map((step) => ({ ...step, over: step.over.times(days) }));
}
