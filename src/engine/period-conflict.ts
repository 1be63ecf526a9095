import { dateBounds } from './condition.ts';
import type { Period } from './rate-card.ts';

/** Two neighbouring periods of a card that cannot stand together, by their paths: `periods/0` and `periods/1`. */
export interface PeriodConflict {
  readonly kind: 'overlapping_periods' | 'unordered_periods';
  readonly paths: readonly [string, string];
}

/**
 * Finds periods that begin before the one before them ends, so that a moment has two prices, or before it begins. One
 * until 2026-06-01 and the next from that day on follow each other; from 2026-05-31 on, a day has both.
 */
export function periodConflicts(periods: readonly Pick<Period, 'from' | 'until'>[]): PeriodConflict[] {
  const bounds = periods.map(dateBounds);
  return bounds.flatMap(([from], index): PeriodConflict[] => {
    const before = bounds[index - 1];
    if (!before) return [];
    const [begin, end] = before;
    const paths = [`periods/${index - 1}`, `periods/${index}`] as const;
    if (from < begin) return [{ kind: 'unordered_periods', paths }];
    return from < end ? [{ kind: 'overlapping_periods', paths }] : [];
  });
}

export function periodConflictText({ kind, paths: [first, second] }: PeriodConflict): string {
  return kind === 'unordered_periods'
    ? `${second} begins before ${first}; list periods from the oldest on`
    : `${first} and ${second} overlap; a period ends where the next begins (until = the next from)`;
}
