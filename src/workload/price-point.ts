import { type Decimal, ZERO } from '../engine/decimal.ts';
import type { Point } from './point.ts';
import { type PricedMonth, type Pricing, priceMonth } from './price-month.ts';
import { requireMonths } from './schedule.ts';

/** Work priced over its months at one value of each input. */
export interface PricedPoint {
  readonly months: readonly PricedMonth[];
  /** Null where something has no price, or an offer cannot do the work. */
  readonly total: Decimal | null;
}

/** Prices every month of the work and adds them up. */
export function pricePoint(point: Point, pricing: Pricing): PricedPoint {
  const months = requireMonths(point, pricing.options.at).map((plan) => priceMonth(point, plan, pricing));
  let total: Decimal | null = ZERO;
  for (const month of months) total = total === null || month.total === null ? null : total.plus(month.total);
  return { months, total };
}
