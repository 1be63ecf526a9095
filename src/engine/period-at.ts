import { parseInstant } from './instant.ts';
import type { Period } from './rate-card.ts';

const bounds = new WeakMap<readonly Period[], readonly (readonly [number, number])[]>();

/** Step 1: the index of the period with `from <= ms < until`; -1 where there is none. */
export function periodAt(periods: readonly Period[], ms: number): number {
  let known = bounds.get(periods);
  if (!known) {
    known = periods.map(({ from, until }): [number, number] => [
      from === null ? Number.NEGATIVE_INFINITY : (parseInstant(from)?.ms ?? Number.NaN),
      until === null ? Number.POSITIVE_INFINITY : (parseInstant(until)?.ms ?? Number.NaN),
    ]);
    bounds.set(periods, known);
  }
  return known.findIndex(([from, until]) => from <= ms && ms < until);
}
