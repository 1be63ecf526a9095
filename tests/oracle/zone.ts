const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The nth Sunday of a month at an hour of UTC; n counts from the end where it is negative. */
function sunday(year: number, month: number, n: number, hour: number): number {
  const anchor = n > 0 ? Date.UTC(year, month, 1) : Date.UTC(year, month + 1, 0);
  const weekday = new Date(anchor).getUTCDay();
  const days = n > 0 ? ((7 - weekday) % 7) + 7 * (n - 1) : -weekday + 7 * (n + 1);
  return anchor + days * DAY + hour * HOUR;
}

const yearOf = (ms: number): number => new Date(ms).getUTCFullYear();

/** Offsets from UTC by the rules in force since 2007, without the platform's time zone tables. */
const OFFSETS: Readonly<Record<string, (ms: number) => number>> = {
  UTC: () => 0,
  'Asia/Shanghai': () => 8 * HOUR,
  'Asia/Kolkata': () => 5.5 * HOUR,
  'Europe/Berlin': (ms) => {
    const year = yearOf(ms);
    return sunday(year, 2, -1, 1) <= ms && ms < sunday(year, 9, -1, 1) ? 2 * HOUR : HOUR;
  },
  'America/New_York': (ms) => {
    const year = yearOf(ms);
    return sunday(year, 2, 2, 7) <= ms && ms < sunday(year, 10, 1, 6) ? -4 * HOUR : -5 * HOUR;
  },
};

/** The weekday (0 is Monday) and minute of the day on the clocks of a zone. */
export function clock(ms: number, zone: string): { readonly weekday: number; readonly minute: number } {
  const offset = OFFSETS[zone];
  if (!offset) throw new RangeError(`no rule for ${zone}`);
  const local = ms + offset(ms);
  const day = Math.floor(local / DAY);
  // 1970-01-01 was a Thursday.
  return { weekday: (((day + 3) % 7) + 7) % 7, minute: Math.floor((local - day * DAY) / 60_000) };
}
