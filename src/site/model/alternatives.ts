import { groupDigits } from '../../catalog/words/group-digits.ts';
import { compareTotals, ROW_STATES, totalText } from '../ranking/totals.ts';
import { placesIn, quotient, unitsOf } from '../ranking/units.ts';
import { type Abilities, abilitiesOf, beyond, countBeyond, covers } from './abilities.ts';
import type { Candidates } from './candidates.ts';
import type { PricedModel } from './priced-model.ts';

/** A model that does as much as another, at the offer that costs the least for the work, and why it is named. */
export interface Alternative {
  readonly row: number;
  readonly model: number;
  readonly reasons: readonly string[];
}

/** How many are named for their cost. */
const CHEAPER = 3;

/**
 * Up to three candidates that cost less for the work, the cheapest first; then, of those that cost no more, the one
 * with the longest context and the one that can most beyond; then, where the maker has one that costs less, its own.
 */
export function alternatives(
  model: PricedModel,
  { needed, models }: Candidates,
  rows: readonly (readonly number[])[],
): Alternative[] {
  const { board, paying } = model;
  const { list, totals } = board;
  const [own] = paying;
  if (own === undefined) return [];
  const best = models
    .flatMap((other) => cheapestAble(rows[other] ?? []) ?? [])
    .filter((row) => compareTotals(totals, row, own) <= 0)
    .sort((a, b) => compareTotals(totals, a, b) || a - b);
  const cheaper = best.filter((row) => compareTotals(totals, row, own) < 0);
  const kin = cheaper.find((row) => labOf(row) === list.models.lab[model.model]);
  const picked = [
    ...cheaper.slice(0, CHEAPER),
    ...most(best, ({ context }) => (context > needed.context * 1.2 ? context : 0)),
    ...most(best, (abilities) => countBeyond(abilities, needed)),
    ...(kin === undefined ? [] : [kin]),
  ];
  return [...new Set(picked)]
    .sort((a, b) => compareTotals(totals, a, b) || a - b)
    .map((row) => ({ row, model: list.index.offers.model[row] ?? -1, reasons: reasonsFor(row, own) }));

  function cheapestAble(of: readonly number[]): number | null {
    let best: number | null = null;
    for (const row of of) {
      if (totals.state[row] !== ROW_STATES.priced || totals.size[row] === 0) continue;
      if (!covers(abilitiesOf(list, row), needed)) continue;
      if (best === null || compareTotals(totals, row, best) < 0) best = row;
    }
    return best;
  }

  function most(of: readonly number[], score: (abilities: Abilities) => number): number[] {
    let found: number | null = null;
    let highest = 0;
    for (const row of of) {
      const own = score(abilitiesOf(list, row));
      if (own > highest) [found, highest] = [row, own];
    }
    return found === null ? [] : [found];
  }

  function labOf(row: number): number {
    return list.models.lab[list.index.offers.model[row] ?? -1] ?? -1;
  }

  function reasonsFor(row: number, against: number): string[] {
    const abilities = abilitiesOf(list, row);
    const more = beyond(list, abilities, needed);
    const { weights } = list.index.offers;
    return [
      costWords(totalText(totals, row), totalText(totals, against)),
      ...(needed.context > 0 && abilities.context > needed.context
        ? [
            `context of ${groupDigits(String(abilities.context))} tokens instead of ${groupDigits(String(needed.context))}`,
          ]
        : []),
      ...more.map((words) => `also ${words}`),
      ...(weights[row] === 1 && weights[against] === 2 ? ['open weights'] : []),
      ...(labOf(row) === list.models.lab[model.model] ? ['by the same maker'] : []),
    ];
  }
}

/** `42% less for this work`; `the same cost`. */
function costWords(own: string, other: string): string {
  const places = Math.max(placesIn(own), placesIn(other));
  const [a, b] = [unitsOf(own, places), unitsOf(other, places)];
  if (a === b) return 'the same cost for this work';
  const percent = quotient((b - a) * 100n, b, 1);
  return percent === '0' ? 'a little less for this work' : `${percent}% less for this work`;
}
