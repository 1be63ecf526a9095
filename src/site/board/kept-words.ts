import { groupDigits } from '../../catalog/words/group-digits.ts';
import { readNumber } from '../calculator/number-text.ts';
import { WORK_FIELDS, type WorkTexts } from './work-fields.ts';

/** For which numbers a table still stands while others are typed that cannot be priced. */
export function keptWords(work: WorkTexts): string {
  const counts = WORK_FIELDS.flatMap(({ name, after, number }) => {
    const read = readNumber(work[name] ?? '', number);
    const isNothing = 'reason' in read || (name !== 'requests' && /^[0.]*$/.test(read.value));
    return isNothing ? [] : [`${groupDigits(read.value)} ${after}`];
  });
  return `The table is not for what is typed, which cannot be priced as it stands; it is still for ${counts.join(', ')}.`;
}
