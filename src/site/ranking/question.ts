import type { PreparedIndex, UnitPrice } from './prepared-index.ts';
import { placesIn, unitsOf } from './units.ts';
import { type Work, weightsOf } from './work.ts';

/** A workload held against an index: what multiplies what, in whole units. */
export interface Question {
  /** What each meter of the index weighs, all for as many units of price. */
  readonly weights: readonly bigint[];
  /** The prices that have steps, by position, each of the step that a request reaches. */
  readonly reached: ReadonlyMap<number, bigint>;
  /** Places of a cost before the fee for buying credit. */
  readonly costPlaces: number;
  /** Places of a total. */
  readonly places: number;
}

/** Null where a part of the usage is larger than its whole. */
export function questionOf(prepared: PreparedIndex, work: Work): Question | null {
  const weighed = weightsOf(work, prepared.index.meters);
  if (!weighed) return null;
  const { units, each, places } = weighed;
  const costPlaces = prepared.pricePlaces + places;
  return {
    weights: units.map((weight, meter) => weight * (prepared.factors[meter] ?? 1n)),
    reached: new Map(
      prepared.tiered.map((at) => [at, reached(prepared.prices[at] ?? { units: 0n, tiers: null }, each, places)]),
    ),
    costPlaces,
    places: costPlaces + prepared.factorPlaces,
  };
}

/** The price of the last step that a count has reached: with a step over 200,000, exclusive, 200,000 is below it. */
function reached({ units, tiers }: UnitPrice, counts: readonly bigint[], places: number): bigint {
  if (!tiers) return units;
  const count = counts[tiers.subject] ?? 0n;
  let price = units;
  for (const step of tiers.steps) {
    const most = Math.max(places, placesIn(step.over));
    const over = unitsOf(step.over, most);
    const scaled = count * 10n ** BigInt(most - places);
    if (tiers.inclusive ? scaled >= over : scaled > over) price = step.units;
  }
  return price;
}
