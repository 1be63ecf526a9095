import { dateBounds } from './condition.ts';
import { once } from './once.ts';
import type { Period } from './rate-card.ts';

const boundsOf = once((periods: readonly Period[]) => periods.map(dateBounds));

/** Step 1: the index of the period with `from <= ms < until`; -1 where there is none. */
export function periodAt(periods: readonly Period[], ms: number): number {
  return boundsOf(periods).findIndex(([from, until]) => from <= ms && ms < until);
}
