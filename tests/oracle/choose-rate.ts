import type { Rate } from '../../src/engine/index.ts';
import { applies, isNarrower, isTimely, type Situation } from './conditions.ts';
import { containersOf } from './containment.ts';

/** The index of the rate that prices a meter, or why none does. */
export type Choice =
  | number
  | 'no_rate'
  | 'needs_condition'
  | 'not_in_force'
  | 'ambiguous'
  | 'unpublished'
  | 'plan_only';

function narrowest(rates: readonly Rate[], held: readonly number[]): Choice {
  const best = held.filter((a) => !held.some((b) => isNarrower(rates[b]?.when, rates[a]?.when)));
  const [index] = best;
  if (index === undefined || best.length > 1) return 'ambiguous';
  const rate = rates[index];
  if (rate?.state === 'unpublished') return rate.behind === 'plan' ? 'plan_only' : 'unpublished';
  return index;
}

export function chooseRate(meter: string, rates: readonly Rate[], at: Situation): Choice {
  const heldBy = (id: string): number[] =>
    rates.flatMap((rate, index) => (rate.meter === id && applies(rate.when, at) ? [index] : []));
  const own = heldBy(meter);
  if (own.length > 0) return narrowest(rates, own);
  const priced = [...containersOf(meter)].filter((id) => heldBy(id).length > 0);
  const nearest = priced.filter((id) => !priced.some((other) => containersOf(other).has(id)));
  const [container] = nearest;
  if (container !== undefined) return nearest.length > 1 ? 'ambiguous' : narrowest(rates, heldBy(container));
  const family = [meter, ...containersOf(meter)];
  const known = rates.filter((rate) => family.includes(rate.meter));
  if (known.length === 0) return 'no_rate';
  return known.some((rate) => isTimely(rate.when, at.ms)) ? 'needs_condition' : 'not_in_force';
}
