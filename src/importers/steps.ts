import { Decimal } from '../engine/decimal.ts';
import type { CliffTiers, PublishedRate, TierStep } from '../engine/rate-card.ts';

/** What is read into thresholds of upstreams that give a number and no more. */
export const READ_AS_CLIFF =
  'the upstream does not say whether the count itself is over the threshold, nor what is repriced; read as not, and all';

/** Rates with steps over counts of input tokens, each repricing the whole request. */
export function withSteps(rate: PublishedRate, steps: readonly TierStep[], reading: string | null): PublishedRate {
  if (steps.length === 0) return rate;
  const sorted = [...steps].sort((a, b) => new Decimal(a.over).comparedTo(b.over));
  const tiers: CliffTiers = { kind: 'cliff', subject: 'input_tokens', boundary: 'exclusive', steps: sorted };
  return { ...rate, tiers, ...(reading === null ? {} : { reading }) };
}
