import type { Adapter } from './adapter.ts';
import type { Quantity } from './count.ts';

type Values = readonly (Quantity | undefined)[];

/**
 * Fills in how much two parts share where the record leaves it out: once the least and once the most. 150 of 200
 * tokens cached and 80 of them audio share between 150 + 80 - 200 = 30 and 80.
 */
export function crossings({ counts, crossings: declared = [] }: Adapter): (values: Values) => readonly Values[] {
  const position = (meter: string): number => counts.findIndex((count) => count.meter === meter);
  const places = declared.map(({ parts, both, of }) => ({
    first: position(parts[0]),
    second: position(parts[1]),
    both: position(both),
    whole: position(of),
  }));
  return (values) => {
    let all: readonly Values[] = [values];
    for (const { first, second, both, whole } of places) {
      const [a, b, total] = [values[first], values[second], values[whole]];
      if (typeof a !== 'number' || typeof b !== 'number' || typeof total !== 'number') continue;
      if (values[both] !== undefined || a === 0 || b === 0) continue;
      const least = Math.max(0, a + b - total);
      const most = Math.min(a, b);
      const shares = least >= most ? [most] : [least, most];
      all = all.flatMap((some) => shares.map((share) => some.map((value, index) => (index === both ? share : value))));
    }
    return all;
  };
}
