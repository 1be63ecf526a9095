import { assume } from './assumption.ts';
import type { Conditions } from './condition.ts';
import type { BillContext } from './context.ts';
import { type Decimal, ZERO } from './decimal.ts';
import { partition } from './partition.ts';
import type { EngineProblem } from './problem.ts';
import type { ReadOptions } from './read-options.ts';
import { addImplied, checkConditions, readRequests, readUsage, type UsageGroup } from './usage.ts';
import { type UsagePlan, usagePlan } from './usage-plan.ts';

/** Requests that are all alike, read and taken apart. */
export interface RequestGroup {
  readonly requests: Decimal;
  readonly conditions: Conditions;
  /** The counts of one request, as stated, with those that a request implies. */
  readonly counts: ReadonlyMap<string, Decimal>;
  readonly plan: UsagePlan;
  /** What each meter of the plan holds that none of its parts does. */
  readonly parts: readonly Decimal[];
}

/** Step 2: reads a group, takes its counts apart and finds the rate of each part. Null with its problems noted. */
export function readGroup(
  group: UsageGroup,
  path: string,
  read: ReadOptions,
  context: BillContext,
  problems: EngineProblem[],
): RequestGroup | null {
  const before = problems.length;
  const counts = readUsage(group.usage, read.meters, `${path}.usage`, problems);
  const requests = readRequests(group.requests, `${path}.requests`);
  if (group.when) checkConditions(group.when, `${path}.when`, problems);
  if ('code' in requests) problems.push(requests);
  if ('code' in requests || problems.length > before) return null;
  addImplied(counts, read.meters);
  const conditions = group.when ? { ...read.when, ...group.when } : read.when;
  const plan = usagePlan([...counts.keys()], context.card, read.meters, conditions, context.at.ms);
  const parts = partition(plan.overlaps, counts, `${path}.usage`, problems);
  noteReadings(plan, parts, counts, context);
  return { requests, conditions, counts, plan, parts };
}

function noteReadings(
  { overlaps }: UsagePlan,
  parts: readonly Decimal[],
  counts: ReadonlyMap<string, Decimal>,
  { assumptions }: BillContext,
): void {
  if (overlaps.unstatedWholes.length > 0 && parts.some((part) => !part.isZero())) {
    for (const whole of overlaps.unstatedWholes) assume(assumptions, 'whole_inferred', { whole });
  }
  for (const [first, second] of overlaps.unstatedOverlaps) {
    const [a = '', b = ''] = [overlaps.ids[first], overlaps.ids[second]];
    const bothUsed = !counts.get(a)?.isZero() && !counts.get(b)?.isZero();
    if (bothUsed) assume(assumptions, 'overlap_assumed_none', { a, b });
  }
}

/** A meter's whole count in one request; where it was not stated, the sum of its stated parts. */
export function wholeCount(meter: string, group: RequestGroup): Decimal {
  const stated = group.counts.get(meter);
  if (stated) return stated;
  const { ids, meters } = group.plan.overlaps;
  let total = ZERO;
  for (const id of meters.get(meter)?.descendants ?? []) total = total.plus(group.parts[ids.indexOf(id)] ?? ZERO);
  return total;
}
