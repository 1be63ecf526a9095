import { groupDigits, money } from '../../../catalog/words/money.ts';
import type { Solved } from '../../../workload/index.ts';

const REASONS: Record<NonNullable<Solved['reason']>, (solved: Solved) => string> = {
  unlimited: ({ of }) => `There is no most: more ${of} cost nothing on this offer.`,
  budget_too_small: ({ cost, currency }) =>
    `The budget is too small for any: ${money(cost ?? '0', currency)} are charged before the first.`,
  unpriced: () => 'There is no answer: the work has no price on this offer, or the offer cannot do it.',
};

/** What a budget buys, in sentences. */
export function budgetWords(solved: Solved): string[] {
  const { reason, most, of, currency, cost, left, next, range } = solved;
  if (reason !== null || most === null) return [REASONS[reason ?? 'unpriced'](solved)];
  const sides = [range?.low ?? null, range?.high ?? null].map((side) => (side === null ? 'no end' : groupDigits(side)));
  return [
    `${groupDigits(most)} ${of}, for ${money(cost ?? '0', currency)}; ${money(left ?? '0', currency)} is left.`,
    ...(range ? [`Between ${sides[0]} and ${sides[1]} as the other inputs range.`] : []),
    next === null ? 'One more cannot be done.' : `One more would bring it to ${money(next, currency)}.`,
  ];
}
