import { isZero, type Quantity } from './count.ts';
import type { Count } from './declared-counts.ts';

const MOST_FLIPPED = 5;

/** Every choice of parts that could be read the other way, smaller choices first. */
export function flips(counts: readonly Count[], values: readonly (Quantity | undefined)[]): number[][] {
  const open = counts.flatMap(({ part }, index) => {
    const value = values[index];
    return part && value !== undefined && !isZero(value) ? [index] : [];
  });
  const chosen = open.slice(0, MOST_FLIPPED);
  const all = Array.from({ length: 2 ** chosen.length - 1 }, (_, mask) =>
    chosen.filter((_index, bit) => ((mask + 1) >> bit) % 2 === 1),
  );
  return all.sort((a, b) => a.length - b.length);
}

/** A count read the other way, in words: `cache_read_tokens beside input_tokens`. */
export function flipText(count: Count | undefined, wasBeside: boolean | undefined): string {
  return `${count?.meter} ${wasBeside ? 'inside' : 'beside'} ${count?.part?.of}`;
}
