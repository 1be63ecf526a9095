import { groupDigits, money } from '../catalog/words/money.ts';
import type { Solved } from '../workload/index.ts';
import { UNITS_CAP } from '../workload/most-within.ts';

const REASONS: Record<NonNullable<Solved['reason']>, (solved: Solved) => string> = {
  unlimited: ({ of, cost }) =>
    cost === '0'
      ? `There is no most: ${of} cost nothing on this offer.`
      : `The budget buys more than ${groupDigits(UNITS_CAP.toFixed())} ${of}, beyond which is not looked.`,
  budget_too_small: ({ cost, currency }) =>
    `The budget is too small for any: ${money(cost ?? '0', currency)} are charged before the first.`,
  unpriced: () =>
    'There is no answer: the work has no price on this offer, or the offer cannot do it (see its estimate).',
};

/** Why there is no number that a budget buys; null where there is one. */
export function noMostWords(solved: Solved): string | null {
  if (solved.reason === null && solved.most !== null) return null;
  return REASONS[solved.reason ?? 'unpriced'](solved);
}
