import type { IndexMeter } from '../offer-index/offer-index.ts';
import { placesIn, unitsOf } from './units.ts';

/** Equal requests as plain decimals: so many a month, each with these counts by meter. */
export interface Work {
  readonly requests: string;
  readonly usage: Readonly<Record<string, string>>;
}

/** What each meter of the index counts over a month, apart from its parts, as units of the last place. */
export interface Weights {
  readonly units: readonly bigint[];
  /** The whole count of each meter in one request, in the same places. */
  readonly each: readonly bigint[];
}

/**
 * Takes requests apart. 30,000 of 1,200 tokens in, 800 of them cached, weigh 12,000,000 in and 24,000,000 cached. A count
 * that is not stated holds just its parts. Null where a part is larger than its whole.
 *
 * @returns the weights of each work, all in as many places
 */
export function weightsOf(
  works: readonly Work[],
  meters: readonly IndexMeter[],
): { readonly weights: readonly Weights[]; readonly places: number } | null {
  const places = Math.max(0, ...works.flatMap(({ usage }) => Object.values(usage).map(placesIn)));
  const weights: Weights[] = [];
  for (const { requests, usage } of works) {
    const each: bigint[] = [];
    const own: bigint[] = [];
    for (let at = meters.length - 1; at >= 0; at -= 1) {
      const { id, implied } = meters[at] ?? {};
      const parts = meters.reduce((sum, { within }, part) => (within === at ? sum + (each[part] ?? 0n) : sum), 0n);
      const count = usage[id ?? ''] ?? implied;
      each[at] = count === undefined ? parts : unitsOf(count, places);
      own[at] = (each[at] ?? 0n) - parts;
    }
    if (own.some((count) => count < 0n)) return null;
    weights.push({ units: own.map((count) => count * BigInt(requests)), each });
  }
  return { weights, places };
}
