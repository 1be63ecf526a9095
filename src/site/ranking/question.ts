import { NO_PRICE, type PreparedIndex, type UnitAmount, type UnitPrice } from './prepared-index.ts';
import { placesIn, unitsOf } from './units.ts';
import { type Work, weightsOf } from './work.ts';

/** A workload held against an index: what multiplies what, in whole units. */
export interface Question {
  /** What each meter of the index weighs, all for as many units of price. */
  readonly weights: readonly bigint[];
  /** The prices that have steps, by position, each of the step that a request reaches. */
  readonly reached: ReadonlyMap<number, UnitAmount>;
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
  const reachedBy = reaching(each, places);
  const costPlaces = prepared.pricePlaces + places;
  return {
    weights: units.map((weight, meter) => weight * (prepared.factors[meter] ?? 1n)),
    reached: new Map(prepared.tiered.map((at) => [at, reachedBy(prepared.prices[at] ?? NO_PRICE)])),
    costPlaces,
    places: costPlaces + prepared.factorPlaces,
  };
}

/** Says which step of a price is the last that a count has reached: with one over 200,000, exclusive, 200,000 is below it. */
function reaching(counts: readonly bigint[], places: number): (price: UnitPrice) => UnitAmount {
  const known = new Map<string, boolean>();
  const isReached = (subject: number, inclusive: boolean, over: string): boolean => {
    const most = Math.max(places, placesIn(over));
    const count = (counts[subject] ?? 0n) * 10n ** BigInt(most - places);
    const least = unitsOf(over, most);
    return inclusive ? count >= least : count > least;
  };
  return (price) => {
    if (!price.tiers) return price;
    const { subject, inclusive, steps } = price.tiers;
    let reached: UnitAmount = price;
    for (const step of steps) {
      const key = `${subject} ${inclusive} ${step.over}`;
      let passed = known.get(key);
      if (passed === undefined) {
        passed = isReached(subject, inclusive, step.over);
        known.set(key, passed);
      }
      if (passed) reached = step;
    }
    return reached;
  };
}
