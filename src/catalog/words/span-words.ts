import type { Span } from '../../engine/rate-card.ts';

/** How often a rule over a span acts. */
export const SPAN: Record<Span, string> = { day: 'a day', month: 'a month', year: 'a year', once: 'once' };

const UNITS: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** `P1Y` as `1 year`. */
export function durationWords(duration: string): string {
  const [, count = '', unit = ''] = /^P(\d+)([DWMY])$/.exec(duration) ?? [];
  return `${count} ${UNITS[unit]}${count === '1' ? '' : 's'}`;
}
