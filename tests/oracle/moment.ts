const SHAPE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d{2}):(\d{2})))?$/;

/** Milliseconds since 1970 of a date (midnight UTC) or a date and time with an offset; null for any other text. */
export function moment(text: string): number | null {
  const found = SHAPE.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((x) => Number(x ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const millis = Number((found[7] ?? '').padEnd(3, '0'));
  const offset = (Number(found[9] ?? 0) * 60 + Number(found[10] ?? 0)) * (found[8] === '-' ? -1 : 1);
  return date.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millis;
}

/** Whether a moment lies from `from` on and before `until`; a missing side is open. */
export function between(ms: number, from: string | null | undefined, until: string | null | undefined): boolean {
  const start = from == null ? Number.NEGATIVE_INFINITY : (moment(from) ?? Number.NaN);
  const end = until == null ? Number.POSITIVE_INFINITY : (moment(until) ?? Number.NaN);
  return start <= ms && ms < end;
}
