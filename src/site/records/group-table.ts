import { groupDigits } from '../../catalog/words/group-digits.ts';
import type { PricedGroup } from '../../record-pricing/answer.ts';
import { certaintyWords, costWords } from '../../record-pricing/words.ts';
import type { Markup } from '../markup/markup.ts';
import { sheet } from './sheet.ts';

/** How names to group by head their columns. */
const HEADS: Readonly<Record<string, string>> = {
  provider: 'Provider',
  model: 'Model in the records',
  day: 'Day',
  project: 'Project',
  user: 'User',
  key: 'API key',
};

/** What each group costs, the dearest first; a range where it is certain only between bounds. */
export function groupTable(groups: readonly PricedGroup[]): Markup {
  const names = Object.keys(groups[0]?.key ?? {});
  return sheet(
    'Cost by group',
    [
      ...names.map((name) => ({ head: HEADS[name] ?? name, kind: 'text' as const })),
      { head: 'Cost', kind: 'number' },
      { head: 'Records', kind: 'number' },
      { head: 'Certainty', kind: 'text' },
    ],
    groups.map((group) => [
      ...names.map((name) => group.key[name] ?? 'not stated'),
      costWords(group),
      groupDigits(String(group.records)),
      certaintyWords(group) || 'exact',
    ]),
  );
}
