import { cardProblems } from '../engine/card-mark.ts';
import { allowedValues } from '../engine/condition.ts';
import { type Decimal, plain, ZERO } from '../engine/decimal.ts';
import { parseInstant } from '../engine/instant.ts';
import { periodAt } from '../engine/period-at.ts';
import { preparePeriod } from '../engine/prepare.ts';
import type { Period } from '../engine/rate-card.ts';
import type { UsageGroup } from '../engine/usage.ts';
import type { WorkOffer } from './limits.ts';
import type { WorkGroup } from './work-group.ts';

/** Groups as a rate card counts them, and what was chosen for it. */
export interface OnCard {
  readonly groups: readonly UsageGroup[];
  /** Whether some wait for a batch price, and whether the card has one. */
  readonly waits: boolean;
  readonly hasBatch: boolean;
  /** The meter by which images or sound are counted, where there was a choice. */
  readonly counted: string | null;
  /** Whether the work caches and the card has no price for what is read. */
  readonly cacheUnpriced: boolean;
}

/** Writes the groups of a workload as the usage that a card prices at a date. */
export function onCard(groups: readonly WorkGroup[], offer: WorkOffer, at: string): OnCard {
  const index = cardProblems(offer)?.length === 0 ? periodAt(offer.periods, parseInstant(at)?.ms ?? Number.NaN) : -1;
  const period = offer.periods[index];
  const hasBatch = period !== undefined && asksForBatch(period);
  const prices = period ? preparePeriod(period, index).byMeter : new Map<string, unknown>();
  let counted: string | null = null;
  let reads = false;
  const usage = groups.map((group): UsageGroup => {
    const way = group.either.find((one) => [...one.keys()].some((meter) => prices.has(meter)));
    const chosen = way ?? group.either.at(-1);
    if (chosen) counted = [...chosen.keys()].at(-1) ?? null;
    if (group.usage.has('cache_read_tokens')) reads = true;
    return {
      requests: plain(group.requests),
      usage: asUsage(group.usage, chosen),
      ...(group.waits && hasBatch ? { when: BATCH } : {}),
    };
  });
  return {
    groups: usage,
    waits: groups.some(({ waits }) => waits),
    hasBatch,
    counted,
    cacheUnpriced: reads && !prices.has('cache_read_tokens'),
  };
}

const BATCH = { service_tier: 'batch' } as const;

function asUsage(
  own: ReadonlyMap<string, Decimal>,
  more: ReadonlyMap<string, Decimal> = new Map(),
): Readonly<Record<string, string>> {
  const all = new Map(own);
  for (const [meter, quantity] of more) all.set(meter, (all.get(meter) ?? ZERO).plus(quantity));
  return Object.fromEntries([...all].map(([meter, quantity]) => [meter, plain(quantity)]));
}

function asksForBatch(period: Period): boolean {
  return [...period.rates, ...(period.multipliers ?? [])].some(({ when }) =>
    allowedValues(when, 'service_tier')?.includes('batch'),
  );
}
