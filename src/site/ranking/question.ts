import type { PreparedIndex } from './prepared-index.ts';
import { type ReachedPrices, reachedPrices } from './reached-prices.ts';
import { placesIn, unitsOf } from './units.ts';
import { type Weights, type Work, weightsOf } from './work.ts';

/** A workload held against an index: what multiplies what, in whole units. */
export interface Question {
  /** The requests, together where they reach the same steps of every price. */
  readonly parts: readonly QuestionPart[];
  /** Positions of the meters of which anything is counted. */
  readonly counted: readonly number[];
  /** Places of a cost before the fee for buying credit. */
  readonly costPlaces: number;
  /** Places of a total. */
  readonly places: number;
}

export interface QuestionPart {
  /** What each meter of the index weighs, all for as many units of price. */
  readonly weights: readonly bigint[];
  /** The prices that a request reaches. */
  readonly reached: ReachedPrices;
}

/** Null where a part of the usage is larger than its whole. */
export function questionOf(prepared: PreparedIndex, works: readonly Work[]): Question | null {
  const weighed = weightsOf(works, prepared.index.meters);
  if (!weighed) return null;
  const { weights, places } = weighed;
  const parts = alike(prepared, weights, places).map(({ passed, units }) => ({
    weights: units.map((weight, meter) => weight * (prepared.factors[meter] ?? 1n)),
    reached: reachedPrices(prepared, passed),
  }));
  const counted = prepared.factors.flatMap((_, meter) =>
    parts.some((part) => (part.weights[meter] ?? 0n) > 0n) ? [meter] : [],
  );
  const costPlaces = prepared.pricePlaces + places;
  return { parts, counted, costPlaces, places: costPlaces + prepared.factorPlaces };
}

/** The works summed up, apart where they pass other thresholds. */
function alike(
  prepared: PreparedIndex,
  works: readonly Weights[],
  places: number,
): { readonly passed: readonly boolean[]; readonly units: readonly bigint[] }[] {
  const sums = new Map<string, { passed: readonly boolean[]; units: readonly bigint[] }>();
  for (const { each, units } of works) {
    const passed = passedBy(prepared, each, places);
    const key = passed.map(Number).join('');
    const before = sums.get(key)?.units;
    sums.set(key, { passed, units: units.map((count, meter) => count + (before?.[meter] ?? 0n)) });
  }
  return [...sums.values()];
}

/** Which thresholds the counts of one request pass: with one of 200,000, exclusive, 200,000 does not pass. */
function passedBy({ thresholds }: PreparedIndex, counts: readonly bigint[], places: number): boolean[] {
  return thresholds.map(({ subject, inclusive, over }) => {
    const most = Math.max(places, placesIn(over));
    const count = (counts[subject] ?? 0n) * 10n ** BigInt(most - places);
    const least = unitsOf(over, most);
    return inclusive ? count >= least : count > least;
  });
}
