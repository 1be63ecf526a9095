import type { TimeWindow } from '../../src/engine/index.ts';
import { clock } from './zone.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Whether a moment lies in a window, opened today or, where it passes midnight, yesterday. */
export function inTimeWindow(ms: number, window: TimeWindow): boolean {
  const { weekday, minute } = clock(ms, window.zone);
  const opens = (day: number): boolean => !window.days || window.days.some((name) => name === DAYS[(day + 7) % 7]);
  const from = minutes(window.from);
  const until = minutes(window.until);
  if (until > from) return opens(weekday) && from <= minute && minute < until;
  return (opens(weekday) && from <= minute) || (opens(weekday - 1) && minute < until);
}
