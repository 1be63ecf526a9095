import type { LineTier } from './bill.ts';
import { type Decimal, larger, plain, smaller, ZERO } from './decimal.ts';
import type { PreparedPrice, PreparedRate, PreparedStep } from './prepare.ts';
import type { Boundary } from './rate-card.ts';

/** The index of a step; -1 is the rate's own price, below every step. */
export type StepIndex = number;

/** The highest step that a count has reached. With a step over 200,000, exclusive: 200,000 is -1, 200,001 is 0. */
export function stepReached(count: Decimal, steps: readonly PreparedStep[], boundary: Boundary): StepIndex {
  let reached = -1;
  for (const [index, { over }] of steps.entries()) {
    if (boundary === 'inclusive' ? count.gte(over) : count.gt(over)) reached = index;
  }
  return reached;
}

/**
 * Cuts a quantity at the steps it passes. 25 with steps over 10 and over 20 is 10 at the base price, 10 in the
 * first step and 5 in the second; with 15 used before, 5 in the first step and 20 in the second.
 */
export function segments(
  quantity: Decimal,
  before: Decimal,
  steps: readonly PreparedStep[],
): { step: StepIndex; quantity: Decimal }[] {
  const end = before.plus(quantity);
  const result: { step: StepIndex; quantity: Decimal }[] = [];
  for (let step = -1; step < steps.length; step += 1) {
    const from = larger(before, steps[step]?.over ?? ZERO);
    const next = steps[step + 1];
    const until = next ? smaller(end, next.over) : end;
    if (until.gt(from)) result.push({ step, quantity: until.minus(from) });
  }
  return result;
}

/** The price of a step, or the rate's own below every step. */
export function priceAt(rate: PreparedRate, step: StepIndex): PreparedPrice {
  return rate.steps[step] ?? rate;
}

/** How a line shows the step that it pays. */
export function lineTier(rate: PreparedRate, step: StepIndex): LineTier | null {
  const { tiers, steps } = rate;
  if (!tiers) return null;
  const over = steps[step]?.over;
  const next = steps[step + 1]?.over;
  return {
    kind: tiers.kind,
    over: over ? plain(over) : null,
    up_to: next ? plain(next) : null,
    subject: tiers.kind === 'graduated' ? rate.rate.meter : tiers.subject,
    boundary: tiers.kind === 'graduated' ? 'exclusive' : tiers.boundary,
    span: tiers.kind === 'cliff' ? 'request' : tiers.span,
  };
}
