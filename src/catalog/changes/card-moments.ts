import type { Period } from '../../engine/rate-card.ts';
import type { CatalogOffer } from '../catalog.ts';

/** A moment at which an offer's rate card became another one, began, ended, or was no longer served. */
export interface CardMoment {
  /** The date or instant that the data gives. */
  readonly at: string;
  readonly kind: 'changed' | 'begun' | 'ended' | 'retired';
  /** The card until then, and the one since; null where none is known. */
  readonly before: Period | null;
  readonly after: Period | null;
}

/**
 * The moments of one offer, the earliest first. An open side of a period is none: nothing is known of it. Retirement is
 * one of its own, unless the rates end with it.
 */
export function cardMoments({ periods, retired }: Pick<CatalogOffer, 'periods' | 'retired'>): CardMoment[] {
  const sorted = periods.toSorted((a, b) => startOf(a) - startOf(b));
  const dated = sorted.flatMap((period, index): CardMoment[] => {
    const { from, until } = period;
    const before = sorted[index - 1];
    const after = sorted[index + 1];
    const isJoined = before !== undefined && isSameMoment(before.until, from);
    const hasEnd = !(after && isSameMoment(until, after.from));
    return [
      ...(from === null
        ? []
        : isJoined
          ? [{ at: from, kind: 'changed' as const, before, after: period }]
          : [{ at: from, kind: 'begun' as const, before: null, after: period }]),
      ...(until !== null && hasEnd ? [{ at: until, kind: 'ended' as const, before: period, after: null }] : []),
    ];
  });
  if (!retired || dated.some(({ kind, at }) => kind === 'ended' && isSameMoment(at, retired.date))) return dated;
  const last = sorted.findLast((period) => startOf(period) < Date.parse(retired.date)) ?? null;
  const end: CardMoment = { at: retired.date, kind: 'retired', before: last, after: null };
  return [...dated, end].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function startOf({ from }: Period): number {
  return from === null ? Number.NEGATIVE_INFINITY : Date.parse(from);
}

function isSameMoment(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Date.parse(a) === Date.parse(b);
}
