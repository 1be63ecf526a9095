import { type PricedLine, ruleLine } from './bill-line.ts';
import { type Conditions, conditionsKey, holds } from './condition.ts';
import { type BillContext, noteReading } from './context.ts';
import { Decimal, larger, plain, sum, ZERO } from './decimal.ts';
import { QUOTIENT_ERROR } from './divide.ts';
import { add } from './piece.ts';
import type { Period, Rule } from './rate-card.ts';
import { MODE_WORDS, roundTo } from './rounding.ts';

/** What requests under the same conditions cost, each rounded, and each raised to the minimum. */
export interface RequestTotals {
  readonly conditions: Conditions;
  /** Whether rounding, and whether the minimum, changed what any request costs. */
  isRounded: boolean;
  isRaised: boolean;
  /** How many divisions without an end are in what the requests cost. */
  inexact: Decimal;
  rounded: Decimal;
  raised: Decimal;
}

/** The rules that decide what a single request costs, as they hold under some conditions. */
export interface RequestRules {
  readonly rounding: NonNullable<Period['request_rounding']> | null;
  readonly minimum: NonNullable<Period['request_minimum']> | null;
}

/** The request rules under some conditions; null where there are none. */
export function requestRules(period: Period, conditions: Conditions, ms: number): RequestRules | null {
  const { request_rounding, request_minimum } = period;
  const holding = <R extends Rule>(rule: R | undefined): R | null =>
    rule && holds(rule.when, conditions, ms) ? rule : null;
  const rules = { rounding: holding(request_rounding), minimum: holding(request_minimum) };
  return rules.rounding || rules.minimum ? rules : null;
}

/** The totals of requests under some conditions; new ones where there are none yet. */
export function totalsFor(totals: Map<string, RequestTotals>, conditions: Conditions): RequestTotals {
  const key = conditionsKey(conditions);
  let found = totals.get(key);
  if (!found) {
    found = { conditions, isRounded: false, isRaised: false, inexact: ZERO, rounded: ZERO, raised: ZERO };
    totals.set(key, found);
  }
  return found;
}

/** Step 8: rounds what one of some equal requests costs, raises it to the minimum, and adds all of them up. */
export function addRequests(
  totals: RequestTotals,
  rules: RequestRules,
  cost: Decimal,
  inexact: number,
  requests: Decimal,
): void {
  if (cost.isZero()) return;
  totals.inexact = totals.inexact.plus(requests.times(inexact));
  const { rounding, minimum } = rules;
  const rounded = rounding ? roundTo(cost, new Decimal(rounding.increment), rounding.mode) : cost;
  const raised = minimum ? larger(rounded, new Decimal(minimum.amount)) : rounded;
  totals.isRounded ||= !rounded.eq(cost);
  totals.isRaised ||= !raised.eq(rounded);
  totals.rounded = add(totals.rounded, rounded.times(requests));
  totals.raised = add(totals.raised, raised.times(requests));
}

/**
 * What the request rules add, as lines, so that the lines still come to the total: three requests of 0.0000011,
 * rounded up to 0.000001 each, get a line of 0.0000027.
 */
export function requestLines(
  totals: Iterable<RequestTotals>,
  lines: readonly PricedLine[],
  context: BillContext,
): PricedLine[] {
  return [...totals].flatMap(({ conditions, rounded, raised, isRounded, isRaised, inexact }): PricedLine[] => {
    const rules = requestRules(context.card.period, conditions, context.at.ms);
    if (!rules) return [];
    const key = conditionsKey(conditions);
    const own = lines.filter((line) => conditionsKey(line.conditions) === key);
    const exact = sum(own.map(({ amount }) => amount));
    const divisions = inexact.plus(own.filter(({ line }) => line.rounded !== undefined).length);
    const error = divisions.isZero() ? null : plain(divisions.times(new Decimal(QUOTIENT_ERROR)));
    const result: PricedLine[] = [];
    const note = (label: string, added: Decimal, name: string, rule: Rule): void => {
      if (added.isZero()) return;
      result.push(ruleLine(label, added, `${context.card.path}/${name}`, rule.source, conditions, error));
      noteReading(rule, label, context);
    };
    const { rounding, minimum } = rules;
    if (rounding && isRounded) {
      const label = rounding.label ?? `Each request ${MODE_WORDS[rounding.mode]} to ${rounding.increment}`;
      note(label, rounded.minus(exact), 'request_rounding', rounding);
    }
    if (minimum && isRaised) {
      const label = minimum.label ?? `At least ${minimum.amount} for each request`;
      note(label, raised.minus(isRounded ? rounded : exact), 'request_minimum', minimum);
    }
    return result;
  });
}
