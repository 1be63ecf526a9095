import { Decimal, HUNDRED, ONE } from '../engine/decimal.ts';
import { parseInstant } from '../engine/instant.ts';
import { RatecardError } from '../engine/problem.ts';
import { volumeKey } from './fields.ts';
import { amountOf, type Point, stated } from './point.ts';
import { WorkloadError, type WorkloadProblem } from './problem.ts';
import { MOST } from './read-input.ts';

/** A month of work: its moment for prices, and how much there is to do, in whole units. */
export interface MonthPlan {
  /** From 1. */
  readonly month: number;
  readonly at: string;
  readonly volume: Decimal;
  /** Whether growth gave a fraction, which was rounded half up. */
  readonly rounded: boolean;
  /** The days over which the work is spread. */
  readonly days: number;
}

/**
 * The months of a workload from a date on. 1,000 conversations that grow by 10% a month are 1,000, 1,100 and 1,210.
 *
 * @param at the first moment, where the work names no start
 */
export function monthsOf(
  point: Point,
  at: string,
): { readonly months: readonly MonthPlan[]; readonly problems: readonly WorkloadProblem[] } {
  const start = point.texts.get('start') ?? at;
  if (!parseInstant(start)) throw new RatecardError([{ code: 'malformed_date', args: { value: start }, path: 'at' }]);
  const count = monthCount(point);
  const factor = ONE.plus(amountOf(point, 'growth_percent').div(HUNDRED));
  let exact = firstVolume(point);
  const months: MonthPlan[] = [];
  for (let month = 1; month <= count; month += 1) {
    if (exact.gt(MOST)) {
      const args = { month, volume: exact.toExponential(2) };
      const path = month === 1 ? volumeKey(point.kind) : 'growth_percent';
      return { months, problems: [{ code: 'growth_overflows', args, path }] };
    }
    const volume = exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
    const from = addMonths(start, month - 1);
    const days = stated(point, 'working_days')?.toNumber() ?? daysBetween(from, addMonths(start, month));
    months.push({ month, at: from, volume, rounded: !volume.eq(exact), days });
    exact = exact.times(factor);
  }
  return { months, problems: [] };
}

/** How many months are priced: one where none are stated. */
export function monthCount(point: Point): number {
  return stated(point, 'months')?.toNumber() ?? 1;
}

/** {@link monthsOf}; throws where the volume grows beyond all that is counted. */
export function requireMonths(point: Point, at: string): readonly MonthPlan[] {
  const { months, problems } = monthsOf(point, at);
  if (problems.length > 0) throw new WorkloadError(problems);
  return months;
}

/** The volume of the first month: 20 users with 50 conversations each on 21 working days are 21,000. */
export function firstVolume(point: Point): Decimal {
  const users = stated(point, 'users') ?? ONE;
  const days = point.texts.get('volume_per') === 'working_day' ? amountOf(point, 'working_days') : ONE;
  return amountOf(point, volumeKey(point.kind)).times(users).times(days);
}

/** The same day some months later, or the last one of a shorter month: 2026-01-31 and one month are 2026-02-28. */
export function addMonths(at: string, months: number): string {
  const year = Number(at.slice(0, 4));
  const month = Number(at.slice(5, 7)) - 1 + months;
  const day = Math.min(Number(at.slice(8, 10)), new Date(Date.UTC(year, month + 1, 0)).getUTCDate());
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10) + at.slice(10);
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}
