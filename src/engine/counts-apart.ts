import { type Decimal, ZERO } from './decimal.ts';
import { containersOf, type Meters, partsOf } from './meter.ts';
import { partition } from './partition.ts';
import type { PreparedRate } from './prepare.ts';
import type { EngineProblem } from './problem.ts';
import type { UsagePlan } from './usage-plan.ts';

/** Overlapping counts taken apart, with the rates that price the parts. */
export interface CountsApart {
  readonly counts: ReadonlyMap<string, Decimal>;
  readonly plan: UsagePlan;
  /** What each meter of the plan holds that none of its parts does. */
  readonly parts: readonly Decimal[];
}

/** Takes counts apart; parts that come to more than their whole are a problem. */
export function takeApart(
  counts: ReadonlyMap<string, Decimal>,
  plan: UsagePlan,
  path: string,
  problems: EngineProblem[],
): CountsApart {
  return { counts, plan, parts: partition(plan.overlaps, counts, path, problems) };
}

/** A meter's whole count; where it was not stated, the sum of its stated parts. */
export function wholeOf(meter: string, { counts, plan, parts }: CountsApart): Decimal {
  const stated = counts.get(meter);
  if (stated) return stated;
  const { ids, meters } = plan.overlaps;
  let total = ZERO;
  for (const id of partsOf(meter, meters)) total = total.plus(parts[ids.indexOf(id)] ?? ZERO);
  return total;
}

/** What falls to a rate. */
export function fallingTo(rate: PreparedRate, { plan, parts }: CountsApart): Decimal {
  const share = plan.shares.find((one) => one.rate === rate);
  return (share?.members ?? []).reduce((total, member) => total.plus(parts[member] ?? ZERO), ZERO);
}

/** What some meters hold together, each unit once however many of them contain it. */
export function heldBy(named: readonly string[], { plan, parts }: CountsApart): Decimal {
  const { ids, meters } = plan.overlaps;
  return ids.reduce(
    (total, id, index) => (isWithin(id, named, meters) ? total.plus(parts[index] ?? ZERO) : total),
    ZERO,
  );
}

/** Whether a meter is one of some meters, or contained in one. */
export function isWithin(meter: string, named: readonly string[], meters: Meters): boolean {
  return named.includes(meter) || containersOf(meter, meters).some((id) => named.includes(id));
}
