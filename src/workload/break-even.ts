import { Decimal, plain, ZERO } from '../engine/decimal.ts';
import { type Axis, type AxisOptions, axisOf } from './axis.ts';
import { checkPoint } from './check-point.ts';
import { pricingOf, requireWork, type WorkOptions } from './estimate.ts';
import type { WorkOffer } from './limits.ts';
import { lastWhere } from './most-within.ts';
import { remembered } from './remembered.ts';
import { totalOf } from './total.ts';
import type { Workload } from './workload.ts';

/** One of two ways to do the work. Both are varied along the same input. */
export interface Side {
  readonly offer: WorkOffer;
  readonly workload: Workload;
}

/** Where the cheaper of two changes. */
export interface Crossing {
  /**
   * Where both cost the same, to 12 places; null where the input is whole or a price jumps, so that they never do.
   */
  readonly at: string | null;
  /**
   * The last value at which `cheaper_before` is the cheaper, and the first at which it no longer is: where one of both
   * has no price in between, the first at which both have one again.
   */
  readonly last: string;
  readonly first: string;
  /** The first value at which `cheaper_after` is the cheaper; above `first` where both cost the same there. */
  readonly cheaper_from: string;
  readonly cheaper_before: 'a' | 'b';
  readonly cheaper_after: 'a' | 'b';
  /** The costs of both at `first`. */
  readonly a: string;
  readonly b: string;
}

export interface BreakEven {
  readonly schema: 'ratecard.breakeven/1';
  readonly a: string;
  readonly b: string;
  readonly vary: string;
  /** Values go up by so much: with a mix of 3:1 by 4 tokens. */
  readonly step: string;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
  /** The cheaper at the lowest and the highest value at which both have a price; `equal` where neither is. */
  readonly cheaper_at_start: 'a' | 'b' | 'equal' | null;
  readonly cheaper_at_end: 'a' | 'b' | 'equal' | null;
  /** The lowest and the highest value looked at where the work is possible, both can do it and both have a price. */
  readonly compared_from: string | null;
  readonly compared_to: string | null;
  /** Which of both have no price or cannot do the work at the next value; none where `compared_to` is `to`. */
  readonly ends_for: readonly ('a' | 'b')[];
  readonly crossings: readonly Crossing[];
  /** Between these many values the cheaper was looked for; two crossings between neighbours would not be seen. */
  readonly looked_at: number;
}

/**
 * Where the cheaper of two changes as one input grows, fees included. 0.0019 a message against 0.35 and 0.55 for a
 * million tokens, half in and half out: `{vary: 'tokens', mix: '1:1'}` crosses at 0.0019 / 0.00000045 =
 * 4222.222222222222 tokens, so that the message is the cheaper from 4,224 on, the first count that can be halved.
 */
export function breakEven(a: Side, b: Side, asked: AxisOptions, options: WorkOptions): BreakEven {
  const works = [requireWork(a.workload), requireWork(b.workload)] as const;
  const axis = axisOf(works, asked);
  const currency = options.currency ?? a.offer.currency;
  const pricings = [a, b].map(({ offer }) => pricingOf(offer, { ...options, currency }));
  const costs = (value: Decimal): readonly (Decimal | null)[] =>
    pricings.map((pricing, side) => {
      const point = axis.pointAt(works[side as 0 | 1], value);
      return checkPoint(point).length > 0 ? null : totalOf(point, pricing);
    });
  const difference = remembered((value: Decimal): Decimal | null => {
    const [left, right] = costs(value);
    return left && right ? left.minus(right) : null;
  });
  const values = comparedOf(axis, (value) => difference(value) !== null);
  const crossings: Crossing[] = [];
  let before: Decimal | null = null;
  for (const value of values) {
    const now = difference(value);
    if (!now || now.isZero()) continue;
    if (before && sign(difference(before)) !== sign(now)) {
      crossings.push(crossingBetween(before, value, difference, axis, costs));
    }
    before = value;
  }
  const show = (value: Decimal): string => plain(value.times(axis.scale));
  const [start, end, last] = [values[0], values.at(-1), axis.values.at(-1) ?? ZERO];
  const beyond = end ? (end.lt(last) ? end.plus(axis.unit) : null) : axis.values[0];
  return {
    schema: 'ratecard.breakeven/1',
    a: a.offer.id,
    b: b.offer.id,
    vary: asked.vary,
    step: show(axis.unit),
    currency,
    from: show(axis.values[0] ?? ZERO),
    to: show(axis.values.at(-1) ?? ZERO),
    cheaper_at_start: start ? winner(difference(start)) : null,
    cheaper_at_end: end ? winner(difference(end)) : null,
    compared_from: start ? show(start) : null,
    compared_to: end ? show(end) : null,
    ends_for: beyond ? costs(beyond).flatMap((cost, side) => (cost === null ? [side === 0 ? 'a' : 'b'] : [])) : [],
    crossings,
    looked_at: values.length,
  };
}

/** The values of an axis that can be compared, and the first or last that can between one that can and one that cannot. */
function comparedOf({ values, unit }: Axis, isCompared: (value: Decimal) => boolean): Decimal[] {
  const found = values.flatMap((value, index) => {
    const before = values[index - 1];
    const is = isCompared(value);
    if (before === undefined || isCompared(before) === is) return is ? [value] : [];
    const last = lastWhere((n) => isCompared(n.times(unit)) !== is, before.div(unit), value.div(unit)).times(unit);
    return is ? [last.plus(unit), value] : [last];
  });
  return found.filter((value, index) => !found[index - 1]?.eq(value));
}

function sign(value: Decimal | null): number {
  return value === null ? 0 : value.cmp(ZERO);
}

function winner(difference: Decimal | null): 'a' | 'b' | 'equal' {
  const order = sign(difference);
  return order < 0 ? 'a' : order > 0 ? 'b' : 'equal';
}

/** Narrows a change of sign down to two neighbouring values, and to where it is exactly if the costs are straight. */
function crossingBetween(
  from: Decimal,
  to: Decimal,
  difference: (value: Decimal) => Decimal | null,
  axis: Axis,
  costs: (value: Decimal) => readonly (Decimal | null)[],
): Crossing {
  const side = sign(difference(from));
  const unit = axis.unit;
  const whole = (value: Decimal): Decimal => value.div(unit);
  const lastWith = (holds: (now: number) => boolean): Decimal =>
    lastWhere((n) => holds(sign(difference(n.times(unit)))), whole(from), whole(to)).times(unit);
  const last = lastWith((now) => now === side);
  const next = last.plus(unit);
  const cheaperFrom = lastWith((now) => now !== -side).plus(unit);
  const first = difference(next) === null ? cheaperFrom : next;
  const [a, b] = costs(first);
  const exact = exactBetween(last, next, difference, axis.divisible);
  const before = side < 0 ? 'a' : 'b';
  return {
    at: exact && plain(exact.times(axis.scale).toDecimalPlaces(12)),
    last: plain(last.times(axis.scale)),
    first: plain(first.times(axis.scale)),
    cheaper_from: plain(cheaperFrom.times(axis.scale)),
    cheaper_before: before,
    cheaper_after: before === 'a' ? 'b' : 'a',
    a: plain(a ?? ZERO),
    b: plain(b ?? ZERO),
  };
}

/** How far from a straight line rounded divisions may take a cost. */
const STRAIGHT = new Decimal(10).pow(-18);

function exactBetween(
  last: Decimal,
  first: Decimal,
  difference: (value: Decimal) => Decimal | null,
  divisible: boolean,
): Decimal | null {
  const [low, high] = [difference(last), difference(first)];
  if (!low || !high) return null;
  if (high.isZero()) return first;
  if (!divisible) return null;
  const middle = difference(last.plus(first).div(2));
  if (!middle || middle.times(2).minus(low).minus(high).abs().gt(STRAIGHT)) return null;
  return last.plus(first.minus(last).times(low).div(low.minus(high)));
}
