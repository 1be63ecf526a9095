/** A source of choices; a choice of 0 is always the simplest. */
export interface Draw {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <const T>(list: readonly [T, ...T[]]) => T;
  /** True in about `percent` of a hundred. */
  readonly chance: (percent: number) => boolean;
  readonly some: <T>(list: readonly T[], percent: number) => T[];
}

export function drawFrom(next: () => number): Draw {
  const below = (limit: number): number => next() % limit;
  const chance = (percent: number): boolean => below(100) >= 100 - percent;
  return {
    below,
    chance,
    pick: (list) => list[below(list.length)] ?? list[0],
    some: (list, percent) => list.filter(() => chance(percent)),
  };
}

/** Choices from a list, and simplest ones once it has run out. */
export function drawFromList(choices: readonly number[]): Draw {
  let at = 0;
  return drawFrom(() => choices[at++] ?? 0);
}

/** Mulberry32: whole numbers below 2^32 from a seed. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return (x ^ (x >>> 14)) >>> 0;
  };
}

/** The seed of a run: `RATECARD_SEED`, or always the same. */
export const SEED = Number(process.env['RATECARD_SEED'] ?? 20261120);

/** `RATECARD_BILLS` asks for fewer, where code is broken on purpose and the first difference is enough. */
export const FEWER = process.env['RATECARD_BILLS'];
export const fewer = (usual: number): number => Math.min(usual, Number(FEWER ?? usual));
/** How many of the usual draws a property must have said something about; some, of fewer. */
export const enough = (usual: number): number => (FEWER === undefined ? usual : 0);
