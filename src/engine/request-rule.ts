import { type PricedLine, ruleLine } from './bill-line.ts';
import type { BillContext } from './context.ts';
import { Decimal, larger, sum, ZERO } from './decimal.ts';
import type { Period } from './rate-card.ts';
import { MODE_WORDS, roundTo } from './rounding.ts';

/** What one request of a group costs, and how many there are. */
export interface RequestCost {
  readonly amount: Decimal;
  readonly requests: Decimal;
}

/** Whether a card rounds each request or asks a minimum for it. */
export function hasRequestRule(period: Period): boolean {
  return period.request_rounding !== undefined || period.request_minimum !== undefined;
}

/**
 * Step 8: rounds what each request costs, then raises it to the minimum. Each rule becomes a line that holds
 * what it adds, so that the lines still come to the total: three requests of 0.0000011, rounded up to
 * 0.000001 each, get a line of 0.0000027.
 */
export function requestLines(
  costs: readonly RequestCost[],
  lines: readonly PricedLine[],
  context: BillContext,
): PricedLine[] {
  const { period, path } = context.card;
  const { request_rounding: rounding, request_minimum: minimum } = period;
  const result: PricedLine[] = [];
  const exact = sum(lines.map(({ amount }) => amount));
  let rounded = costs.filter(({ amount }) => !amount.isZero());
  if (rounding) {
    const increment = new Decimal(rounding.increment);
    rounded = rounded.map(({ amount, requests }) => ({ amount: roundTo(amount, increment, rounding.mode), requests }));
    const added = totalOf(rounded).minus(exact);
    const label = rounding.label ?? `Each request ${MODE_WORDS[rounding.mode]} to ${rounding.increment}`;
    if (!added.isZero()) result.push(ruleLine(label, added, `${path}/request_rounding`, rounding.source));
  }
  if (minimum) {
    const least = new Decimal(minimum.amount);
    const raised = rounded.map(({ amount, requests }) => ({ amount: larger(amount, least), requests }));
    const added = totalOf(raised).minus(totalOf(rounded));
    const label = minimum.label ?? `At least ${minimum.amount} for each request`;
    if (!added.isZero()) result.push(ruleLine(label, added, `${path}/request_minimum`, minimum.source));
  }
  return result;
}

function totalOf(costs: readonly RequestCost[]): Decimal {
  return costs.reduce((total, { amount, requests }) => total.plus(amount.times(requests)), ZERO);
}
