import { type Conditions, holds } from '../engine/condition.ts';
import { Decimal, plain } from '../engine/decimal.ts';
import { divideBy } from '../engine/divide.ts';
import type { Meters } from '../engine/meter.ts';
import type { PreparedPeriod, PreparedRate } from '../engine/prepare.ts';

/** The most places of a price in millionths; the amount then has six more. */
const MAX_SCALE = 18;
const MICRO = new Decimal(1_000_000);

/** The product of the multipliers that hold for a rate's meter. */
export function factorOf(
  { rate }: PreparedRate,
  { period }: PreparedPeriod,
  { when, ms, meters }: { when: Conditions; ms: number; meters: Meters },
): Decimal {
  const chain = [rate.meter, ...(meters.get(rate.meter)?.ancestors ?? [])];
  const factors = (period.multipliers ?? []).filter(
    (one) => holds(one.when, when, ms) && (!one.meters || one.meters.some((meter) => chain.includes(meter))),
  );
  return factors.reduce((product, { factor }) => product.times(new Decimal(factor)), new Decimal(1));
}

/**
 * A unit's price in millionths: 0.35 for each million is `0.35`. Null where it has too many places, or where the price
 * divided by `per` has no end, whatever the factor: the bill's own quotient is rounded there.
 */
export function microPrice(rate: PreparedRate, step: number, factor: Decimal): string | null {
  const { price } = rate.steps[step] ?? rate;
  const { value, rounded } = divideBy(new Decimal(rate.per))(price);
  const micro = value.times(factor).times(MICRO);
  return rounded || micro.decimalPlaces() > MAX_SCALE ? null : plain(micro);
}

/** A unit's price as the division that it is: `1 / 7`. */
export function priceText(rate: PreparedRate, step: number): string {
  return `${plain((rate.steps[step] ?? rate).price)} / ${rate.per}`;
}
