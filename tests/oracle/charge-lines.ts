import type { Period, Rule } from '../../src/engine/index.ts';
import { amountOf } from './amounts.ts';
import { applies, type Situation } from './conditions.ts';
import { fromText } from './decimal-text.ts';
import { decidedByPeriod, ownSlices, type Piece } from './pieces.ts';
import { add, largest, multiply, ONE, type Rational, subtract, total, ZERO } from './rational.ts';
import type { Request } from './request.ts';
import { byRule } from './rounding.ts';

/** A line as fractions. */
export interface Line {
  readonly rate: string;
  readonly conditions: string;
  readonly at: Situation;
  readonly quantity: Rational;
  readonly list: Rational;
  readonly amount: Rational;
}

/** Every piece is a line. */
export function linesOf(pieces: readonly Piece[], period: Period, path: string): Line[] {
  return pieces.map(({ rate, step, request, quantity }) => ({
    rate: `${path}/rates/${rate}${step < 0 ? '' : `/tiers/steps/${step}`}`,
    conditions: request.conditions,
    at: request.at,
    quantity,
    ...amountOf(period, rate, step, quantity, request.at),
  }));
}

/** The cost of one request as if alone. */
function costAlone(request: Request, period: Period): Rational {
  const amounts = [...request.billed].flatMap(([index, quantity]) =>
    (ownSlices(period.rates[index], quantity, request) ?? []).map(
      (slice) => amountOf(period, index, slice.step, slice.quantity, request.at).amount,
    ),
  );
  return total(amounts);
}

/** Step 8: what each rule adds over the lines, as a line of its own for each set of conditions. */
export function ruleLines(requests: readonly Request[], lines: readonly Line[], period: Period, path: string): Line[] {
  const costs = new Map(requests.map((request) => [request, costAlone(request, period)]));
  // What is charged so far for all requests of one set of conditions.
  const charged = new Map<string, Rational>();
  for (const { conditions, amount } of lines) charged.set(conditions, add(charged.get(conditions) ?? ZERO, amount));

  const act = (rule: Rule, name: string, ruled: (cost: Rational) => Rational): Line[] => {
    const sums = new Map<string, { readonly sum: Rational; readonly at: Situation; readonly changed: boolean }>();
    for (const request of requests) {
      if (!applies(rule.when, request.at)) continue;
      const before = costs.get(request) ?? ZERO;
      const cost = costAlone(request, period).n === 0n ? ZERO : ruled(before);
      costs.set(request, cost);
      const known = sums.get(request.conditions);
      const sum = add(known?.sum ?? ZERO, multiply(cost, request.requests));
      const changed = (known?.changed ?? false) || (request.requests.n !== 0n && subtract(cost, before).n !== 0n);
      sums.set(request.conditions, { sum, at: request.at, changed });
    }
    return [...sums].flatMap(([conditions, { sum, at, changed }]) => {
      if (!changed) return [];
      const added = subtract(sum, charged.get(conditions) ?? ZERO);
      charged.set(conditions, sum);
      return [{ rate: `${path}/${name}`, conditions, at, quantity: ONE, list: ZERO, amount: added }];
    });
  };

  const { request_rounding: rounding, request_minimum: minimum } = period;
  return [
    ...(rounding ? act(rounding, 'request_rounding', (cost) => byRule(cost, rounding)) : []),
    ...(minimum ? act(minimum, 'request_minimum', (cost) => largest(cost, fromText(minimum.amount))) : []),
  ].filter(({ amount }) => amount.n !== 0n);
}

/** Whether a card mixes rules for each request with rules over a period. */
export function contradicts(period: Period): boolean {
  if (!period.request_rounding && !period.request_minimum) return false;
  return period.rates.some(decidedByPeriod) || (period.allowances ?? []).length > 0;
}
