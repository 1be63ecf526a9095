import { assume } from './assumption.ts';
import type { Conditions } from './condition.ts';
import type { BillContext } from './context.ts';
import { type CountsApart, takeApart, wholeOf } from './counts-apart.ts';
import type { Decimal } from './decimal.ts';
import type { EngineProblem } from './problem.ts';
import type { ReadOptions } from './read-options.ts';
import { addImplied, checkConditions, readRequests, readUsage, type UsageGroup } from './usage.ts';
import { usagePlan } from './usage-plan.ts';

/** Requests that are all alike, read and taken apart: the counts of one request, with those that it implies. */
export interface RequestGroup extends CountsApart {
  readonly requests: Decimal;
  readonly conditions: Conditions;
  /** Its place among several groups, from 1; null where it is the only one. */
  readonly number: number | null;
  /** The meters that the usage itself names. */
  readonly stated: ReadonlySet<string>;
}

/** Step 2: reads a group, takes its counts apart and finds the rate of each part. Null with its problems noted. */
export function readGroup(
  group: UsageGroup,
  path: string,
  read: ReadOptions,
  context: BillContext,
  problems: EngineProblem[],
  number: number | null = null,
): RequestGroup | null {
  const before = problems.length;
  const within = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const usage: unknown = group?.usage;
  if (typeof usage !== 'object' || usage === null || Array.isArray(usage)) {
    const found = usage === undefined ? 'missing' : JSON.stringify(usage);
    problems.push({ code: 'missing_usage', args: { found }, path: within('usage') });
    return null;
  }
  const counts = readUsage(group.usage, read.meters, within('usage'), problems);
  const requests = readRequests(group.requests, within('requests'));
  if (group.when) checkConditions(group.when, within('when'), problems);
  if ('code' in requests) problems.push(requests);
  if ('code' in requests || problems.length > before) return null;
  const stated = new Set(counts.keys());
  addImplied(counts, read.meters);
  const conditions = group.when ? { ...read.when, ...group.when } : read.when;
  const plan = usagePlan([...counts.keys()], context.card, read.meters, conditions, context.at.ms);
  const apart = takeApart(counts, plan, within('usage'), problems);
  if (problems.length > before) return null;
  noteReadings(apart, context);
  return { requests, conditions, stated, number, ...apart };
}

function noteReadings(apart: CountsApart, { assumptions }: BillContext): void {
  const { counts, plan } = apart;
  const { overlaps } = plan;
  for (const whole of overlaps.unstatedWholes) {
    if (!wholeOf(whole, apart).isZero()) assume(assumptions, 'whole_inferred', { whole });
  }
  for (const [first, second] of overlaps.unstatedOverlaps) {
    const [a = '', b = ''] = [overlaps.ids[first], overlaps.ids[second]];
    const bothUsed = !counts.get(a)?.isZero() && !counts.get(b)?.isZero();
    if (bothUsed) assume(assumptions, 'overlap_assumed_none', { a, b });
  }
}
