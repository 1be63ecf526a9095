import type { TimeWindow } from '../../engine/time-window.ts';

/** A row's dated or timed prices, as the upstream writes them. */
export interface Constrained<T> {
  readonly from: string | null;
  /** Minutes of the UTC day, the end exclusive; an end at or before the start is on the next day. */
  readonly hours: { readonly start: number; readonly end: number } | null;
  readonly value: T;
}

/** Which value holds from a date on, at which hours of the day. No hours means the whole day. */
export interface Stretch<T> {
  readonly from: string | null;
  readonly until: string | null;
  readonly parts: readonly { readonly value: T; readonly time: readonly TimeWindow[] | null }[];
}

const DAY = 1440;

/**
 * Lays entries of which the last that holds wins out as stretches of days, each with its hours. The first entry
 * holds where no other does. [a, b from 2026-01-01, c at 01:00 to 04:00] is two stretches, until and from
 * 2026-01-01: a then b, with c for three hours of each day.
 */
export function layOut<T>(entries: readonly Constrained<T>[]): Stretch<T>[] {
  const dates = [null, ...new Set(entries.flatMap(({ from }) => (from === null ? [] : [from])))].sort((a, b) =>
    (a ?? '') < (b ?? '') ? -1 : 1,
  );
  const cuts = [...new Set([0, ...entries.flatMap(({ hours }) => (hours ? [hours.start, hours.end % DAY] : []))])];
  cuts.sort((a, b) => a - b);
  return dates.map((from, index) => {
    const spans = new Map<T, [number, number][]>();
    for (const [at, start] of cuts.entries()) {
      const winner = winnerAt(entries, from, start);
      if (winner === undefined) continue;
      spans.set(winner, [...(spans.get(winner) ?? []), [start, cuts[at + 1] ?? DAY]]);
    }
    const parts = [...spans].map(([value, parts]) => ({ value, time: spans.size === 1 ? null : windows(parts) }));
    return { from, until: dates[index + 1] ?? null, parts };
  });
}

function winnerAt<T>(entries: readonly Constrained<T>[], date: string | null, minute: number): T | undefined {
  const holding = entries.findLast(({ from, hours }) => {
    if (from !== null) return date !== null && from <= date;
    if (!hours) return true;
    const { start, end } = hours;
    return end < start ? minute >= start || minute < end : minute >= start && minute < end;
  });
  return (holding ?? entries[0])?.value;
}

/** Spans of one day as windows, those that touch joined, over midnight too. */
function windows(spans: readonly [number, number][]): TimeWindow[] {
  const joined: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = joined.at(-1);
    if (last && last[1] === start) last[1] = end;
    else joined.push([start, end]);
  }
  const [first] = joined;
  const last = joined.at(-1);
  if (first && last && first !== last && first[0] === 0 && last[1] === DAY) {
    last[1] = first[1];
    joined.shift();
  }
  return joined.map(([start, end]) => ({ zone: 'UTC', from: clock(start), until: clock(end) }));
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
