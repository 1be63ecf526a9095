import type { Standing } from '../standing.ts';
import { dateWords } from './date.ts';

/** Why an offer has no rates in force, to follow its name or `it`; null where it is sold, or is still to be. */
export function goneWords({ kind, since }: Pick<Standing, 'kind' | 'since'>): string | null {
  if (since === null) return null;
  if (kind === 'retired') return `was retired on ${dateWords(since)}`;
  return kind === 'ended' ? `has no known price since ${dateWords(since)}` : null;
}
