import { type PricedLine, ruleLine } from './bill-line.ts';
import { type Conditions, conditionsKey, holds } from './condition.ts';
import type { BillContext } from './context.ts';
import { Decimal, larger, sum, ZERO } from './decimal.ts';
import type { Period, Rule } from './rate-card.ts';
import { MODE_WORDS, roundTo } from './rounding.ts';

/** What one request of a group costs, how many there are, and what they are asked for. */
export interface RequestCost {
  readonly amount: Decimal;
  readonly requests: Decimal;
  readonly conditions: Conditions;
}

/** Whether a card rounds each request, or asks a minimum for it, under some conditions. */
export function holdsRequestRule(period: Period, conditions: Conditions, ms: number): boolean {
  const { request_rounding: rounding, request_minimum: minimum } = period;
  return [rounding, minimum].some((rule) => rule !== undefined && holds(rule.when, conditions, ms));
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
  const { request_rounding, request_minimum } = context.card.period;
  if (!request_rounding && !request_minimum) return [];
  const alike = new Map<string, RequestCost[]>();
  for (const cost of costs) {
    const key = conditionsKey(cost.conditions);
    alike.set(key, [...(alike.get(key) ?? []), cost]);
  }
  return [...alike].flatMap(([key, same]) => {
    const own = lines.filter(({ conditions }) => conditionsKey(conditions) === key);
    return linesFor(same, sum(own.map(({ amount }) => amount)), context);
  });
}

/** The lines for requests under the same conditions, whose other lines come to `exact`. */
function linesFor(costs: readonly RequestCost[], exact: Decimal, context: BillContext): PricedLine[] {
  const { period, path } = context.card;
  const conditions = costs[0]?.conditions ?? {};
  const holding = <R extends Rule>(rule: R | undefined): R | null =>
    rule && holds(rule.when, conditions, context.at.ms) ? rule : null;
  const rounding = holding(period.request_rounding);
  const minimum = holding(period.request_minimum);
  const result: PricedLine[] = [];
  let rounded = costs.filter(({ amount }) => !amount.isZero());
  if (rounding) {
    const increment = new Decimal(rounding.increment);
    rounded = rounded.map((cost) => ({ ...cost, amount: roundTo(cost.amount, increment, rounding.mode) }));
    const added = totalOf(rounded).minus(exact);
    const label = rounding.label ?? `Each request ${MODE_WORDS[rounding.mode]} to ${rounding.increment}`;
    if (!added.isZero()) result.push(ruleLine(label, added, `${path}/request_rounding`, rounding.source, conditions));
  }
  if (minimum) {
    const least = new Decimal(minimum.amount);
    const raised = rounded.map((cost) => ({ ...cost, amount: larger(cost.amount, least) }));
    const added = totalOf(raised).minus(rounding ? totalOf(rounded) : exact);
    const label = minimum.label ?? `At least ${minimum.amount} for each request`;
    if (!added.isZero()) result.push(ruleLine(label, added, `${path}/request_minimum`, minimum.source, conditions));
  }
  return result;
}

function totalOf(costs: readonly RequestCost[]): Decimal {
  return costs.reduce((total, { amount, requests }) => total.plus(amount.times(requests)), ZERO);
}
