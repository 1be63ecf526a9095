import { dateWords } from '../../catalog/words/date.ts';
import { money } from '../../catalog/words/money.ts';
import type { Answer } from './answer.ts';
import type { Pin } from './pin.ts';

/** What is said beside an answer that is pinned to a day or a catalog, and whether today's rates differ. */
export interface PinWords {
  readonly words: readonly string[];
  readonly differs: boolean;
}

/**
 * What a link says that it came to when it was made, where that is not so now, and what it comes to today.
 *
 * @param at the day of the rates
 * @param today the newest day of the catalog
 */
export function pinWords(pin: Pin | null, answer: Answer | null, at: string, today: string): PinWords {
  if (!answer) return { words: [], differs: false };
  const { total, currency, totalOn } = answer;
  const words: string[] = [];
  if (pin?.total && total !== null && !isSame(pin.total, total)) {
    words.push(
      `With version ${pin.data} of the catalog, when this link was made, it came to ${money(pin.total, currency)}; ` +
        `what the catalog now knows of that day makes it ${money(total, currency)}.`,
    );
  }
  if (at > today) {
    words.push(
      `${dateWords(at)} is after the day of these rates: they are as known on ${dateWords(today)}, and others may hold by then.`,
    );
  }
  const now = at === today ? total : totalOn(today);
  const differs = now !== total;
  if (differs) {
    const comes = now === null ? 'it has no total' : `it comes to ${money(now, currency)}`;
    words.push(`At today’s rates, those of ${dateWords(today)}, ${comes}.`);
  }
  return { words, differs };
}

/** Whether two decimals are the same number, however they are written. */
function isSame(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/^0+(?=\d)/, '')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  return plain(a) === plain(b);
}
