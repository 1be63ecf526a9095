import type { DateSpan } from '../engine/condition.ts';
import { parseInstant } from '../engine/instant.ts';
import type { Period } from '../engine/rate-card.ts';

/** A catalog's date as a moment in UTC, so that texts compare as moments do; open is empty. `2026-11-20T00:00:00Z` */
export function utcInstant(date: string | null): string {
  const instant = date === null ? null : parseInstant(date);
  return instant ? utcText(instant.ms) : '';
}

/** The calendar month of a moment in UTC, its end exclusive: November 2026 ends at `2026-12-01T00:00:00Z`. */
export function monthOf(moment: string): { readonly start: string; readonly end: string } {
  const date = new Date(moment);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { start: utcText(Date.UTC(year, month, 1)), end: utcText(Date.UTC(year, month + 1, 1)) };
}

/** A day in UTC, its end exclusive: `2026-11-20` ends at `2026-11-21T00:00:00Z`. */
export function dayOf(date: string): { readonly start: string; readonly end: string } {
  const start = Date.parse(`${date}T00:00:00Z`);
  return { start: utcText(start), end: utcText(start + 86_400_000) };
}

/** When a rule of a period holds, from inclusive and until exclusive: the later start and the earlier end. */
export function validity(
  period: Pick<Period, 'from' | 'until'>,
  dates: DateSpan | undefined,
): { readonly start: string | null; readonly end: string | null } {
  const moments = (texts: readonly (string | null | undefined)[]): number[] =>
    texts.flatMap((text) => (text ? (parseInstant(text)?.ms ?? []) : []));
  const starts = moments([period.from, dates?.from]);
  const ends = moments([period.until, dates?.until]);
  return {
    start: starts.length > 0 ? utcText(Math.max(...starts)) : null,
    end: ends.length > 0 ? utcText(Math.min(...ends)) : null,
  };
}

function utcText(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
