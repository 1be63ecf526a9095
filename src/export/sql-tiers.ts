import { type Decimal, ONE, plain, ZERO } from '../engine/decimal.ts';
import type { PreparedRate, PreparedStep } from '../engine/prepare.ts';
import type { Boundary } from '../engine/rate-card.ts';
import { type UsageColumns, wholeCountSql } from './sql-parts.ts';

/** A sum over all requests, under a name. */
export interface SqlSum {
  readonly name: string;
  readonly expression: string;
}

/** The quantities that a rate prices, each at one step of its tiers, as expressions of sums. */
export interface RateQuantities {
  readonly sums: readonly SqlSum[];
  readonly quantities: readonly { readonly step: number; readonly quantity: string }[];
  readonly assumed?: string;
}

/**
 * Cuts what a rate prices at its tiers. A cliff sums the requests of each step apart; a graduated tier of a request
 * cuts each row; a tier over a period cuts the sum or chooses one step for all of it.
 *
 * @param used what one request uses of the rate, as an expression of a row
 */
export function rateQuantities(
  rate: PreparedRate,
  used: string,
  usage: UsageColumns,
): RateQuantities | { readonly refused: readonly string[] } {
  const name = `q_${rate.index}`;
  const { tiers, steps } = rate;
  if (!tiers) return { sums: [{ name, expression: used }], quantities: [{ step: -1, quantity: name }] };
  const all = [-1, ...steps.keys()];
  if (tiers.kind === 'cliff') {
    const count = wholeCountSql(tiers.subject, usage);
    const sums = all.map((step, index) => {
      const test = reachedOnly(`(${count})`, steps, step, tiers.boundary);
      return { name: `${name}_${index}`, expression: `CASE WHEN ${test} THEN ${used} ELSE 0 END` };
    });
    return { sums, quantities: all.map((step, index) => ({ step, quantity: `${name}_${index}` })) };
  }
  if (tiers.kind === 'volume') {
    const count = `${name}_count`;
    const sums = [
      { name, expression: used },
      { name: count, expression: wholeCountSql(tiers.subject, usage) },
    ];
    const quantities = all.map((step) => {
      return { step, quantity: `CASE WHEN ${reachedOnly(count, steps, step, tiers.boundary)} THEN ${name} ELSE 0 END` };
    });
    return { sums, quantities, assumed: inOneSpan(rate, tiers.span) };
  }
  const broken = steps.find(({ over }) => !over.isInteger());
  if (broken) return { refused: [`${rate.path} has a step over ${plain(broken.over)}, which is no whole number`] };
  if (tiers.span === 'request') {
    const sums = all.map((step, index) => ({ name: `${name}_${index}`, expression: cut(`(${used})`, steps, step) }));
    return { sums, quantities: all.map((step, index) => ({ step, quantity: `${name}_${index}` })) };
  }
  const quantities = all.map((step) => ({ step, quantity: cut(name, steps, step) }));
  return { sums: [{ name, expression: used }], quantities, assumed: inOneSpan(rate, tiers.span) };
}

function inOneSpan(rate: PreparedRate, span: string): string {
  const words = span === 'once' ? 'span' : span;
  return `${rate.rate.label ?? rate.rate.meter}: all rows fall into one ${words}, and nothing was used in it before them.`;
}

/** The part of a quantity that lies in one step: `GREATEST(LEAST(q, 20) - 10, 0)`. */
function cut(quantity: string, steps: readonly PreparedStep[], step: number): string {
  const from = plain(steps[step]?.over ?? ZERO);
  const until = steps[step + 1]?.over;
  return `GREATEST(${until ? `LEAST(${quantity}, ${plain(until)})` : quantity} - ${from}, 0)`;
}

/** Whether a count has reached a step and not the next one. Counts are whole, so that broken limits become whole. */
function reachedOnly(count: string, steps: readonly PreparedStep[], step: number, boundary: Boundary): string {
  const bound = (over: Decimal): string => plain(boundary === 'inclusive' ? over.ceil() : over.floor().plus(ONE));
  const own = steps[step];
  const next = steps[step + 1];
  return [...(own ? [`${count} >= ${bound(own.over)}`] : []), ...(next ? [`${count} < ${bound(next.over)}`] : [])].join(
    ' AND ',
  );
}
