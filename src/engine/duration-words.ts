const UNITS: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** An ISO 8601 duration in one unit as words: `P1Y` is `1 year`. Anything else stays as it is. */
export function durationWords(duration: string): string {
  const [, count, unit = ''] = /^P(\d+)([DWMY])$/.exec(duration) ?? [];
  return count === undefined ? duration : `${count} ${UNITS[unit]}${count === '1' ? '' : 's'}`;
}
