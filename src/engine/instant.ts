/** A moment: milliseconds since 1970-01-01T00:00:00Z, its text in UTC, and whether a time of day was given. */
export interface Instant {
  readonly ms: number;
  readonly text: string;
  readonly hasTime: boolean;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads `2026-11-20` (midnight UTC) or a date and time with its offset, `2026-11-20T09:30:00+01:00`.
 * Anything else, a 30 February included, is null.
 */
export function parseInstant(text: string): Instant | null {
  if (text !== last.text) last = { text, instant: readInstant(text) };
  return last.instant;
}

/** The text read last: one date is asked for again and again while many bills are made. */
let last: { text: string; instant: Instant | null } = { text: '', instant: null };

function readInstant(text: string): Instant | null {
  const hasTime = DATE_TIME.test(text);
  if (!hasTime && !DATE.test(text)) return null;
  const ms = Date.parse(text);
  const day = Date.parse(text.slice(0, 10));
  if (Number.isNaN(ms) || Number.isNaN(day)) return null;
  if (new Date(day).toISOString().slice(0, 10) !== text.slice(0, 10)) return null;
  return { ms, text: formatInstant(ms), hasTime };
}

/** `2026-11-20T00:00:00Z`, in UTC, without milliseconds where there are none. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
