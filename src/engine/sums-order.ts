import type { Running } from './bill-sums.ts';
import { type Conditions, conditionsKey } from './condition.ts';

/** The same sums in the order of conditions, whatever came first: it decides who draws on an allowance first. */
export function inOrder({ rated, met }: Running): Pick<Running, 'rated' | 'met'> {
  const order = (a: { conditions: Conditions }, b: { conditions: Conditions }): number =>
    compare(conditionsKey(a.conditions), conditionsKey(b.conditions));
  const sorted = <V extends { conditions: Conditions }>(map: ReadonlyMap<string, V>): Map<string, V> =>
    new Map([...map].sort(([, a], [, b]) => order(a, b)));
  return {
    rated: { pieces: sorted(rated.pieces), totals: sorted(rated.totals) },
    met: [...met].sort((a, b) => compare(conditionsKey(a), conditionsKey(b))),
  };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
