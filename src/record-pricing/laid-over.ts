import type { Conditions } from '../engine/condition.ts';

/** Conditions laid over those of all records; equal ones stay one object. */
export function laidOver(when: Conditions): (own: Conditions) => Conditions {
  const known = new WeakMap<Conditions, Conditions>();
  return (own) => {
    let all = known.get(own);
    if (!all) {
      all = { ...when, ...own };
      known.set(own, all);
    }
    return all;
  };
}
