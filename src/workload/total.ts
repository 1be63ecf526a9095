import { Decimal, ZERO } from '../engine/decimal.ts';
import { totalAsked } from '../engine/exchange.ts';
import { parseInstant } from '../engine/instant.ts';
import { periodAt } from '../engine/period-at.ts';
import { tryPriceUsage } from '../engine/price-usage.ts';
import { aggregateGroup, expansionOf } from './expansion.ts';
import { cannotDo } from './limits.ts';
import { plainCard } from './plain-card.ts';
import type { Point } from './point.ts';
import { type Pricing, priceMonth } from './price-month.ts';
import { WorkloadError } from './problem.ts';
import { type MonthPlan, monthsOf } from './schedule.ts';
import { straightTotal } from './straight-total.ts';

/** What `pricePoint` comes to, without the bills: the way of rankings and searches. */
export function totalOf(point: Point, pricing: Pricing): Decimal | null {
  const { months, problems } = plansOf(point, pricing.options.at);
  if (problems.length > 0) throw new WorkloadError(problems);
  let total = ZERO;
  for (const plan of months) {
    const month = monthTotal(point, plan, pricing);
    if (month === null) return null;
    total = total.plus(month);
  }
  return total;
}

const plans = new WeakMap<Point, { at: string; plans: ReturnType<typeof monthsOf> }>();

function plansOf(point: Point, at: string): ReturnType<typeof monthsOf> {
  const known = plans.get(point);
  if (known?.at === at) return known.plans;
  const made = monthsOf(point, at);
  plans.set(point, { at, plans: made });
  return made;
}

/** One month's total; all groups at once on a card where that comes to the same. */
export function monthTotal(point: Point, plan: MonthPlan, pricing: Pricing): Decimal | null {
  const { offer, options } = pricing;
  const { groups, aggregate } = expansionOf(point, plan);
  const ms = parseInstant(plan.at)?.ms ?? Number.NaN;
  const index = periodAt(offer.periods, ms);
  const period = offer.periods[index];
  const counted = period && aggregate ? plainCard(period) : null;
  if (!aggregate || !counted || groups.length < 2) return priceMonth(point, plan, pricing).total;
  if (cannotDo(offer, groups)) return null;
  const straight = straightTotal(aggregate, counted, offer, index, ms, options);
  if (straight) return straight;
  const asked = { ...options, at: plan.at, days: plan.days };
  const result = tryPriceUsage(offer, [aggregateGroup(aggregate, counted)], asked);
  if (!('bill' in result)) return priceMonth(point, plan, pricing).total;
  const amount = totalAsked(result.bill);
  return amount === null ? null : new Decimal(amount);
}
