import type { PreparedIndex, UnitFunding } from './prepared-index.ts';
import type { Question } from './question.ts';

/** What a row comes to before the fee for buying credit, in units of the question's cost. */
export function exactCost(row: number, { priceAt }: PreparedIndex, { parts }: Question): bigint {
  let cost = 0n;
  for (const { weights, reached } of parts) {
    for (const [meter, weight] of weights.entries()) {
      if (weight !== 0n) cost += weight * (reached.units[priceAt[meter]?.[row] ?? -1] ?? 0n);
    }
  }
  return cost;
}

/**
 * What a row's total comes to, in units of the question. With 5.5%, at least 0.80, in purchases of 5 to 25,000, a cost
 * of 2 comes to 2.32, one of 10 to 10.80 and one of 100 to 105.50.
 */
export function exactTotal(row: number, prepared: PreparedIndex, question: Question): bigint {
  const cost = exactCost(row, prepared, question);
  const factorUnit = 10n ** BigInt(prepared.factorPlaces);
  const funding = prepared.fundings[prepared.provider[row] ?? -1];
  if (!funding || cost === 0n) return cost * factorUnit;
  const scale = 10n ** BigInt(question.costPlaces - prepared.pricePlaces);
  const most = funding.most === null ? null : funding.most * scale;
  if (most === null || cost <= most) return paid(cost, funding, scale, factorUnit);
  const rest = cost % most;
  const whole = (cost / most) * paid(most, funding, scale, factorUnit);
  return rest === 0n ? whole : whole + paid(rest, funding, scale, factorUnit);
}

/** A cost with the fee of the one purchase that pays for it. */
function paid(cost: bigint, funding: UnitFunding, scale: bigint, factorUnit: bigint): bigint {
  if (cost < funding.from * scale) return cost * funding.share;
  const byRate = cost * funding.factor + funding.fixed * scale * factorUnit;
  const least = (cost + funding.minimum * scale) * factorUnit;
  return byRate > least ? byRate : least;
}
