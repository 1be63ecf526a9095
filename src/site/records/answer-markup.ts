import { groupDigits } from '../../catalog/words/group-digits.ts';
import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { nothingWords } from '../../record-pricing/nothing-priced.ts';
import { costWords, gapWords, recordedWords } from '../../record-pricing/words.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { comparisonTable } from './comparison-table.ts';
import { groupTable } from './group-table.ts';
import { problemSection } from './problem-section.ts';
import { unmatchedTable } from './unmatched-table.ts';
import { workTable } from './work-table.ts';

/** Everything that the answer says: the total, its groups, and whatever is missing, uncertain or assumed. */
export function answerMarkup(answer: PriceAnswer): Markup {
  return markup(
    'div',
    {},
    markup('h2', {}, 'What the records cost'),
    ...totals(answer),
    ...(answer.groups.length > 0 ? [groupTable(answer.groups)] : []),
    ...section('The same records elsewhere', answer.comparison ? [comparisonTable(answer.comparison)] : []),
    ...section('Models without an offer', answer.unmatched.length > 0 ? [unmatchedTable(answer.unmatched)] : []),
    ...problemSection(answer),
    ...listed(
      'No price for',
      answer.groups.flatMap(({ gaps }) => gaps.map(gapWords)),
    ),
    ...listed('Money in the records', answer.recorded.flatMap(recordedWords)),
    ...section('The same work in the calculator', answer.work.length > 0 ? [workTable(answer.work)] : []),
    ...listed(
      'Left out',
      answer.skipped.map(({ reason, records }) => `${groupDigits(String(records))} ${reason}`),
    ),
    ...listed(
      'Taken as given',
      answer.assumptions.map(({ text }) => text),
    ),
  );
}

function totals(answer: PriceAnswer): Markup[] {
  const { totals: sums, complete } = answer;
  const head = complete ? 'Total' : 'Priced so far';
  if (sums.length === 0) return [markup('p', { class: 'records-total' }, nothingWords(answer))];
  return sums.map((sum) =>
    markup(
      'p',
      { class: 'records-total' },
      markup('span', {}, `${head} `),
      markup('strong', { class: 'figure', 'data-part': 'total' }, costWords(sum)),
      ...(complete ? [] : [markup('span', { class: 'quiet' }, ' incomplete: see below what is missing or uncertain')]),
    ),
  );
}

function section(title: string, children: readonly Markup[]): Markup[] {
  return children.length === 0 ? [] : [markup('h3', {}, title), ...children];
}

function listed(title: string, texts: readonly string[]): Markup[] {
  if (texts.length === 0) return [];
  return section(title, [markup('ul', { class: 'remarks' }, ...texts.map((text) => markup('li', {}, text)))]);
}
