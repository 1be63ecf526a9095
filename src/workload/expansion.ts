import { type Decimal, ONE, plain, ZERO } from '../engine/decimal.ts';
import type { UsageGroup } from '../engine/usage.ts';
import { expand } from './expand.ts';
import type { Point } from './point.ts';
import type { MonthPlan } from './schedule.ts';
import type { WorkGroup } from './work-group.ts';

/** A month's groups with what is asked of them again and again while many offers are priced. */
export interface Expansion {
  readonly groups: readonly WorkGroup[];
  /**
   * All groups as one aggregate, where every group goes to the offer that is asked about, in one way of counting.
   * Null otherwise. Only cards without any rule for the single request may be given it.
   */
  readonly aggregate: Aggregate | null;
}

export interface Aggregate {
  readonly usage: Readonly<Record<string, string>>;
  readonly requests: string;
}

const known = new WeakMap<Point, Map<string, Expansion>>();

/** Expands a month's work, once for each point and month however many offers ask. */
export function expansionOf(point: Point, plan: MonthPlan): Expansion {
  let months = known.get(point);
  if (!months) {
    months = new Map();
    known.set(point, months);
  }
  const key = `${plan.month} ${plan.volume.toFixed()}`;
  const found = months.get(key);
  if (found) return found;
  const groups = expand(point, plan.volume, plan.month);
  const expansion = { groups, aggregate: aggregateOf(groups) };
  months.set(key, expansion);
  return expansion;
}

function aggregateOf(groups: readonly WorkGroup[]): Aggregate | null {
  const alike = groups.every(
    ({ offer, role, either, waits }) => offer === null && role === 'answer' && either.length === 0 && !waits,
  );
  if (!alike) return null;
  const sums = new Map<string, Decimal>();
  let requests = ZERO;
  for (const group of groups) {
    requests = requests.plus(group.requests);
    for (const [meter, quantity] of group.usage) {
      sums.set(meter, (sums.get(meter) ?? ZERO).plus(quantity.times(group.requests)));
    }
  }
  const usage = Object.fromEntries([...sums].map(([meter, quantity]) => [meter, plain(quantity)]));
  return { usage, requests: plain(requests) };
}

/** The aggregate as one request whose messages and requests are counted, for the meters that a card prices. */
export function aggregateGroup({ usage, requests }: Aggregate, countedMeters: readonly string[]): UsageGroup {
  const counts = Object.fromEntries(countedMeters.map((meter) => [meter, requests]));
  return { requests: plain(ONE), usage: { ...usage, ...counts } };
}
