export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/**
 * Hours of the day in a time zone, `from` inclusive and `until` exclusive. A window whose `until` is not
 * after its `from` runs past midnight; `days` then names the day on which it opens.
 */
export interface TimeWindow {
  /** An IANA time zone: `UTC`, `Asia/Shanghai`. */
  readonly zone: string;
  /** `HH:MM`. */
  readonly from: string;
  /** `HH:MM`; `24:00` is the end of the day. */
  readonly until: string;
  /** The days on which the window opens; absent means every day. */
  readonly days?: readonly Weekday[];
}

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MINUTES_PER_DAY = 1440;
/** The week before, this one and the next. */
const AROUND = [-1, 0, 1];

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** Whether the platform knows a time zone by this name. */
export function isTimeZone(zone: string): boolean {
  try {
    formatterFor(zone);
    return true;
  } catch {
    return false;
  }
}

/** Minutes since Monday 00:00 on the clocks of a zone. */
function minuteOfWeek(ms: number, zone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatterFor(zone).formatToParts(ms)) parts[type] = value;
  const day = WEEKDAYS.indexOf((parts['weekday'] ?? '').toLowerCase().slice(0, 3) as Weekday);
  return day * MINUTES_PER_DAY + Number(parts['hour']) * 60 + Number(parts['minute']);
}

function minuteOfDay(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/**
 * The window as half-open spans of minutes since Monday 00:00, in this week and those `weeks` away; a span may run past
 * the end of its week.
 */
function spans(window: TimeWindow, weeks = [0]): [number, number][] {
  const from = minuteOfDay(window.from);
  const until = minuteOfDay(window.until);
  const length = until > from ? until - from : until - from + MINUTES_PER_DAY;
  return weeks.flatMap((week) =>
    (window.days ?? WEEKDAYS).map((day): [number, number] => {
      const start = (week * 7 + WEEKDAYS.indexOf(day)) * MINUTES_PER_DAY + from;
      return [start, start + length];
    }),
  );
}

/**
 * Whether a moment falls into a window. Friday 22:00 to 06:00 in Berlin holds Saturday 05:59 there, not
 * Friday 05:59.
 */
export function inWindow(ms: number, window: TimeWindow): boolean {
  const minute = minuteOfWeek(ms, window.zone);
  return spans(window, AROUND).some(([start, end]) => start <= minute && minute < end);
}

/** Whether two windows can hold the same moment. Windows in different zones are taken to meet. */
export function windowsMeet(a: TimeWindow, b: TimeWindow): boolean {
  if (a.zone !== b.zone) return true;
  return spans(a).some(([aStart, aEnd]) => spans(b, AROUND).some(([bStart, bEnd]) => aStart < bEnd && bStart < aEnd));
}

/** Whether every moment of `a` lies in `b`. A window in another zone is taken not to. */
export function isWindowWithin(a: TimeWindow, b: TimeWindow): boolean {
  if (a.zone !== b.zone) return false;
  return spans(a).every(([aStart, aEnd]) =>
    spans(b, AROUND).some(([bStart, bEnd]) => bStart <= aStart && aEnd <= bEnd),
  );
}
