import type { Decimal } from '../engine/decimal.ts';

/** A function of a number that works out each of its answers once. */
export function remembered<T>(compute: (value: Decimal) => T): (value: Decimal) => T {
  const known = new Map<string, T>();
  return (value) => {
    const key = value.toFixed();
    if (known.has(key)) return known.get(key) as T;
    const made = compute(value);
    known.set(key, made);
    return made;
  };
}
