import { Decimal, ZERO } from '../engine/decimal.ts';
import { totalAsked } from '../engine/exchange.ts';
import type { Gap } from '../engine/gap.ts';
import { parseInstant } from '../engine/instant.ts';
import { periodAt } from '../engine/period-at.ts';
import { tryPriceUsage } from '../engine/price-usage.ts';
import { aggregateGroup, expansionOf } from './expansion.ts';
import { cannotDo } from './limits.ts';
import { plainCard } from './plain-card.ts';
import type { Point } from './point.ts';
import { type Obstacles, type Pricing, priceMonth } from './price-month.ts';
import { type MonthPlan, requireMonths } from './schedule.ts';
import { straightTotal } from './straight-total.ts';

/** Why work has no total: limits, cards that cannot be read, and what has no price. */
export interface Blocked extends Obstacles {
  readonly gaps: readonly Gap[];
}

/** What work comes to, or why it has no total. */
export type TotalOrWhy = { readonly total: Decimal } | { readonly blocked: Blocked };

/** What `pricePoint` comes to, without the bills: the way of rankings and searches. */
export function totalOf(point: Point, pricing: Pricing): Decimal | null {
  const result = totalOrWhy(point, pricing);
  return 'total' in result ? result.total : null;
}

/** {@link totalOf}, with the reasons of the first month that has no total. */
export function totalOrWhy(point: Point, pricing: Pricing): TotalOrWhy {
  let total = ZERO;
  for (const plan of plansOf(point, pricing.options.at).months) {
    const month = monthOrWhy(point, plan, pricing);
    if ('blocked' in month) return month;
    total = total.plus(month.total);
  }
  return { total };
}

interface Plans {
  readonly months: readonly MonthPlan[];
  /** The first moment of each month, in milliseconds. */
  readonly begins: ReadonlyMap<MonthPlan, number>;
}

const plans = new WeakMap<Point, { at: string; plans: Plans }>();

function plansOf(point: Point, at: string): Plans {
  const known = plans.get(point);
  if (known?.at === at) return known.plans;
  const months = requireMonths(point, at);
  const made = { months, begins: new Map(months.map((plan) => [plan, beginOf(plan)])) };
  plans.set(point, { at, plans: made });
  return made;
}

function beginOf({ at }: MonthPlan): number {
  return parseInstant(at)?.ms ?? Number.NaN;
}

/** One month's total; null where there is none. */
export function monthTotal(point: Point, plan: MonthPlan, pricing: Pricing): Decimal | null {
  const result = monthOrWhy(point, plan, pricing);
  return 'total' in result ? result.total : null;
}

/** One month; all groups at once on a card where that comes to the same. */
export function monthOrWhy(point: Point, plan: MonthPlan, pricing: Pricing): TotalOrWhy {
  const { offer, options } = pricing;
  const { groups, aggregate } = expansionOf(point, plan);
  const ms = plans.get(point)?.plans.begins.get(plan) ?? beginOf(plan);
  const index = periodAt(offer.periods, ms);
  const period = offer.periods[index];
  const counted = period && aggregate ? plainCard(period) : null;
  if (!aggregate || !counted || groups.length < 2) return byBills(point, plan, pricing);
  const limit = cannotDo(offer, groups);
  if (limit) return { blocked: { cannot: [limit], gaps: [], problems: [] } };
  const straight = straightTotal(aggregate, counted, offer, index, ms, options);
  if (straight && 'total' in straight) return straight;
  if (straight) return { blocked: { cannot: [], gaps: straight.gaps, problems: [] } };
  const asked = { ...options, at: plan.at, days: plan.days };
  const result = tryPriceUsage(offer, [aggregateGroup(aggregate, counted)], asked);
  if (!('bill' in result)) return byBills(point, plan, pricing);
  const amount = totalAsked(result.bill);
  if (amount !== null) return { total: new Decimal(amount) };
  return { blocked: { cannot: [], gaps: result.bill.gaps, problems: [] } };
}

function byBills(point: Point, plan: MonthPlan, pricing: Pricing): TotalOrWhy {
  const { total, cannot, problems, bills } = priceMonth(point, plan, pricing);
  if (total !== null) return { total };
  return { blocked: { cannot, problems, gaps: bills.flatMap(({ gaps }) => gaps) } };
}
