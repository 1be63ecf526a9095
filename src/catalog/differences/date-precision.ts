import { eachPair } from './pairs.ts';

const DAY_MS = 86_400_000;

/** How two different dates may be one: a day apart, or one no more than the other's month, or its first or last day. */
export function datePrecision(earlier: string, later: string): 'day_apart' | 'month_only' | null {
  if (earlier.length === 7 || later.length === 7) {
    return earlier.slice(0, 7) === later.slice(0, 7) ? 'month_only' : null;
  }
  const apart = Date.parse(later.slice(0, 10)) - Date.parse(earlier.slice(0, 10));
  if (!(apart > 0)) return null;
  if (apart === DAY_MS) return 'day_apart';
  const sameMonth = earlier.slice(0, 7) === later.slice(0, 7);
  return sameMonth && (earlier.slice(8, 10) === '01' || isLastOfMonth(later)) ? 'month_only' : null;
}

function isLastOfMonth(date: string): boolean {
  return new Date(Date.parse(date.slice(0, 10)) + DAY_MS).getUTCDate() === 1;
}

/** Dates that differ by how exactly they are given. */
export const datesAlike = eachPair((a, b) => {
  const how = datePrecision(a.value, b.value);
  if (how === null) return null;
  return { kind: 'date_precision', values: [a.value, b.value], args: { earlier: a.shown, later: b.shown, how } };
});
