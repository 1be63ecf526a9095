import { groupDigits } from '../../catalog/words/group-digits.ts';
import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { problemCount, problemWords } from '../../record-pricing/words.ts';
import { type Markup, markup } from '../markup/markup.ts';

/** Problems that are in sight at once. */
const FIRST = 10;

/** What is wrong with files and lines: how many, then each with its place. */
export function problemSection(answer: PriceAnswer): Markup[] {
  const all = problemCount(answer);
  if (all === 0) return [];
  const listed = answer.problems.map((problem) => markup('li', {}, problemWords(problem)));
  const hidden = all - listed.length;
  const rest = listed.slice(FIRST);
  return [
    markup('h3', {}, `${groupDigits(String(all))} ${all === 1 ? 'problem' : 'problems'}`),
    markup('ul', { class: 'remarks', 'data-part': 'problems' }, ...listed.slice(0, FIRST)),
    ...(rest.length > 0
      ? [
          markup(
            'details',
            {},
            markup('summary', {}, `${groupDigits(String(rest.length))} more`),
            markup('ul', { class: 'remarks' }, ...rest),
          ),
        ]
      : []),
    ...(hidden > 0
      ? [markup('p', { class: 'quiet' }, `${groupDigits(String(hidden))} further ones are counted only.`)]
      : []),
  ];
}
