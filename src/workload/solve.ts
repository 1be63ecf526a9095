import type { Bill } from '../engine/bill.ts';
import { Decimal, isDecimalString, plain } from '../engine/decimal.ts';
import { pricingOf, requireWork, type WorkOptions } from './estimate.ts';
import { type MonthBills, turningOf } from './falls.ts';
import { volumeKey } from './fields.ts';
import type { WorkOffer } from './limits.ts';
import { type CostOf, type MostWithin, mostWithin, proportional, UNITS_CAP } from './most-within.ts';
import { amountOf, type Choice, type Point, pointOf } from './point.ts';
import { type Pricing, priceMonth } from './price-month.ts';
import { WorkloadError } from './problem.ts';
import type { End } from './read-input.ts';
import type { ReadWork } from './read-workload.ts';
import { remembered } from './remembered.ts';
import { monthCount, monthsOf } from './schedule.ts';
import { sharesRepeatAfter } from './shares-repeat.ts';
import { spreadOf } from './spread.ts';
import { monthTotal, totalOf } from './total.ts';
import { withoutFunding } from './without-funding.ts';
import type { Workload } from './workload.ts';

export interface SolveOptions extends WorkOptions {
  /** What the budget pays for: the first month, or all of them together. The month when absent. */
  readonly budget_for?: 'month' | 'horizon';
}

/** The most work that a budget buys. Amounts are in `currency`. */
export interface Solved {
  readonly schema: 'ratecard.solve/1';
  readonly offer: string;
  readonly budget: string;
  readonly currency: string;
  /** The input that was varied: `conversations`. */
  readonly of: string;
  /** At the expected inputs, exactly: one more costs more than the budget. Null where there is no such number. */
  readonly most: string | null;
  readonly cost: string | null;
  readonly left: string | null;
  /** What one more would cost; null where it cannot be done or priced. */
  readonly next: string | null;
  /** The most where every other input is at the end that costs more, and where at the end that costs less. */
  readonly range: { readonly low: string | null; readonly high: string | null } | null;
  /** Why there is no number: the work costs nothing, no budget is enough for none, or it has no price. */
  readonly reason: 'unlimited' | 'budget_too_small' | 'unpriced' | null;
}

/**
 * The most volume that a budget buys: `solve(offer, chat, '100', {at: '2026-11-20'}).most`. At 0.0019 a message and
 * one message for each of 5 turns, 100 buys 10,526 conversations for 99.997, with 0.003 left.
 */
export function solve(offer: WorkOffer, workload: Workload, budget: string, asked: SolveOptions): Solved {
  if (!isDecimalString(budget)) {
    throw new WorkloadError([{ code: 'malformed_budget', args: { value: JSON.stringify(budget) }, path: 'budget' }]);
  }
  const { budget_for: span = 'month', ...options } = asked;
  const work = requireWork(workload);
  const pricing = pricingOf(offer, options);
  const path = volumeKey(work.kind);
  const money = new Decimal(budget);
  const at = (ends: ReadonlyMap<string, End>, near: Decimal): MostWithin => {
    const choose =
      (units: Decimal): Choice =>
      (other) =>
        other === path ? units : (ends.get(other) ?? 'expected');
    return solveAt(work, choose, pricing, span, money, near);
  };
  const volume = amountOf(pointOf(work), path);
  const found = at(new Map(), volume);
  const near = found.kind === 'most' && !found.units.isZero() ? found.units : volume;
  const others = withVolume(work, path, near);
  const spread = spreadOf(others, (point) => totalOf(point, pricing));
  const ranged = spread !== null && spread.drivers.length > 0;
  const units = (result: MostWithin): string | null => (result.kind === 'most' ? plain(result.units) : null);
  return {
    schema: 'ratecard.solve/1',
    offer: offer.id,
    budget,
    currency: options.currency ?? offer.currency,
    of: path,
    ...answerOf(found, money),
    range: ranged ? { low: units(at(spread.dearest, near)), high: units(at(spread.cheapest, near)) } : null,
  };
}

/** A search's result as the parts of an answer. */
export function answerOf(
  found: MostWithin,
  budget: Decimal,
): Pick<Solved, 'most' | 'cost' | 'left' | 'next' | 'reason'> {
  if (found.kind === 'none') {
    const cost = found.least && plain(found.least);
    return { most: null, cost, left: null, next: null, reason: found.least ? 'budget_too_small' : 'unpriced' };
  }
  const paid = { cost: plain(found.cost), left: plain(budget.minus(found.cost)) };
  if (found.kind === 'unlimited') return { most: null, ...paid, next: null, reason: 'unlimited' };
  const unpriced = found.units.isZero() && found.next === null;
  return {
    most: unpriced ? null : plain(found.units),
    ...paid,
    next: found.next && plain(found.next),
    reason: unpriced ? 'unpriced' : null,
  };
}

/** The work at one volume: at a smaller one than the budget buys, a credit or a minimum may hide what others move. */
function withVolume(work: ReadWork, path: string, volume: Decimal): ReadWork {
  const fixed = { low: volume, expected: volume, high: volume, ranged: false };
  return { ...work, inputs: new Map([...work.inputs, [path, fixed]]) };
}

function solveAt(
  work: ReadWork,
  choose: (units: Decimal) => Choice,
  pricing: Pricing,
  span: 'month' | 'horizon',
  budget: Decimal,
  near: Decimal,
): MostWithin {
  const pointAt = remembered((units: Decimal) => pointOf(work, choose(units)));
  const costOn = (on: Pricing): CostOf => remembered((units) => costOf(pointAt(units), on, span));
  const bare = withoutFunding(pricing);
  const count = span === 'month' ? 1 : monthCount(pointAt(near));
  const months = Array.from(
    { length: count },
    (_, month): MonthBills => remembered((units) => billsOf(pointAt(units), month, bare)),
  );
  const { offer, find, options } = pricing;
  const fundingOf = (id: string) => (id === offer.id ? offer : find(id))?.funding ?? [];
  const turning = turningOf({
    months,
    unfunded: costOn(bare),
    fundingOf,
    options,
    budget,
    repeats: sharesRepeatAfter(work),
  });
  const cost = costOn(pricing);
  return mostWithin(cost, budget, UNITS_CAP, turning, proportional(cost, near, budget));
}

function costOf(point: Point, pricing: Pricing, span: 'month' | 'horizon'): Decimal | null {
  const { months, problems } = monthsOf(point, pricing.options.at);
  if (span === 'horizon') return problems.length > 0 ? null : totalOf(point, pricing);
  const [first] = months;
  return first ? monthTotal(point, first, pricing) : null;
}

/** The bills of a month, counted from 0, and why there are not more. */
function billsOf(point: Point, month: number, pricing: Pricing): (Bill | string)[] {
  const plan = monthsOf(point, pricing.options.at).months[month];
  if (!plan) return ['beyond what is counted'];
  const { bills, cannot, problems } = priceMonth(point, plan, pricing);
  return [...bills, ...[...cannot, ...problems].map(({ code }) => code)];
}
