import type { PriceAnswer } from './answer.ts';

/** Whether no record was read, not even one that is left out or has no offer. */
export function holdsNothing({ records, unmatched, recorded, skipped }: PriceAnswer): boolean {
  return records === 0 && [unmatched, recorded, skipped].every(({ length }) => length === 0);
}

/** What is said in place of a cost. */
export function nothingWords(answer: PriceAnswer): string {
  const isEmpty = holdsNothing(answer) && answer.problems.length === 0;
  return isEmpty ? 'There are no records here, so there is nothing to price.' : 'Nothing could be priced.';
}
