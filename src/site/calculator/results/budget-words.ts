import { groupDigits, money } from '../../../catalog/words/money.ts';
import { noMostWords } from '../../../export/no-most-words.ts';
import type { Solved } from '../../../workload/index.ts';

/** What a budget buys, in sentences. */
export function budgetWords(solved: Solved): string[] {
  const { most, of, currency, cost, left, next, range } = solved;
  const none = noMostWords(solved);
  if (none !== null || most === null) return [none ?? ''];
  const sides = [range?.low ?? null, range?.high ?? null].map((side) => (side === null ? 'no end' : groupDigits(side)));
  return [
    `${groupDigits(most)} ${of}, for ${money(cost ?? '0', currency)}; ${money(left ?? '0', currency)} is left.`,
    ...(range ? [`Between ${sides[0]} and ${sides[1]} as the other inputs range.`] : []),
    next === null ? 'One more cannot be done.' : `One more would bring it to ${money(next, currency)}.`,
  ];
}
