import type { IndexMeter } from '../offer-index/offer-index.ts';
import { placesIn, unitsOf } from './units.ts';

/** A workload as plain decimals: so many equal requests a month, each with these counts by meter. */
export interface Work {
  readonly requests: string;
  readonly usage: Readonly<Record<string, string>>;
}

/** What each meter of the index counts over a month, apart from its parts, as units of the last place. */
export interface Weights {
  readonly units: readonly bigint[];
  readonly places: number;
  /** The whole count of each meter in one request, in the same places. */
  readonly each: readonly bigint[];
}

/**
 * Takes a workload apart. 30,000 requests of 1,200 tokens in, 800 of them cached, weigh 12,000,000 in and 24,000,000
 * cached. Null where a part is larger than its whole.
 */
export function weightsOf({ requests, usage }: Work, meters: readonly IndexMeter[]): Weights | null {
  const counts = meters.map(({ id, implied = '0' }) => usage[id] ?? implied);
  const places = Math.max(0, ...counts.map(placesIn));
  const each = counts.map((count) => unitsOf(count, places));
  const own = each.map((count, position) =>
    meters.reduce((left, { within }, part) => (within === position ? left - (each[part] ?? 0n) : left), count),
  );
  if (own.some((count) => count < 0n)) return null;
  return { units: own.map((count) => count * BigInt(requests)), places, each };
}
