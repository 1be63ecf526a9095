import { TRUST } from '../offer-index/trust.ts';
import type { Board } from '../ranking/board.ts';
import { ROW_STATES } from '../ranking/totals.ts';
import { type Abilities, abilitiesOf, abilitiesOfModel, countBits, covers } from './abilities.ts';

/** Models that may stand in for another: what it needs, and which they are. */
export interface Candidates {
  readonly needed: Abilities;
  readonly models: readonly number[];
}

/** A candidate costs from a tenth to five quarters of the model's middle offer, for the usual work. */
const LEAST = 0.1;
const MOST = 1.25;
/** How many months older it may be. */
const OLDER = 12;
/** How many are kept: of the cheapest, of those with the longest context, of those that can most, of the same maker. */
const KEPT = { cheapest: 10, context: 5, able: 5, kin: 4 } as const;

interface Found {
  readonly model: number;
  readonly cost: number;
  readonly abilities: Abilities;
}

/**
 * For any model, those of which an offer states everything that it can do and at least its context, at a price of its
 * class and not much older. Offers without a charge, and retired ones, are left out. Costs are compared as floats: this
 * only decides who is looked at.
 *
 * @param released months since the year 0 by the model's position; NaN where nobody says
 */
export function candidateFinder(
  { list, totals }: Board,
  rows: readonly (readonly number[])[],
  released: readonly number[],
): (model: number) => Candidates {
  const { index, models } = list;
  const costOf = (row: number): number => totals.size[row] ?? 0;
  const isPriced = (row: number): boolean => totals.state[row] === ROW_STATES.priced && costOf(row) > 0;
  const retired = TRUST.indexOf('retired');
  const usable = index.offers.model
    .map((model, row) => ({ model, cost: costOf(row), abilities: abilitiesOf(list, row), row }))
    .filter(({ row, abilities }) => isPriced(row) && abilities.bits !== 0 && index.offers.trust[row] !== retired)
    .sort((a, b) => a.cost - b.cost);
  return (model) => {
    const own = rows[model] ?? [];
    const needed = abilitiesOfModel(list, own);
    const costs = own
      .filter(isPriced)
      .map(costOf)
      .sort((a, b) => a - b);
    const middle = costs[Math.ceil(costs.length / 2) - 1];
    if (middle === undefined || needed.bits === 0) return { needed, models: [] };
    const best = new Map<number, Found>();
    for (const found of usable) {
      if (found.cost > middle * MOST) break;
      if (found.model === model || best.has(found.model) || !covers(found.abilities, needed)) continue;
      if ((released[found.model] ?? Number.NaN) < (released[model] ?? Number.NaN) - OLDER) continue;
      best.set(found.model, found);
    }
    const all = [...best.values()].filter(({ cost }) => cost >= middle * LEAST);
    const kin = all.filter((one) => models.lab[one.model] === models.lab[model]);
    const context = all.toSorted((a, b) => b.abilities.context - a.abilities.context);
    const able = all.toSorted((a, b) => countBits(b.abilities.bits) - countBits(a.abilities.bits));
    const kept = [
      ...all.slice(0, KEPT.cheapest),
      ...context.slice(0, KEPT.context),
      ...able.slice(0, KEPT.able),
      ...kin.slice(0, KEPT.kin),
    ];
    return { needed, models: [...new Set(kept.map((one) => one.model))] };
  };
}
