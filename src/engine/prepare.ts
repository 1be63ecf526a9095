import { Decimal, type DecimalString } from './decimal.ts';
import { divideBy, type Quotient } from './divide.ts';
import { once } from './once.ts';
import type { Block, Period, PublishedRate, Rate, Tiers } from './rate-card.ts';

/** A price that is ready to multiply with. */
export interface PreparedPrice {
  readonly price: Decimal;
  /** `quantity x price / per`. */
  readonly amount: (quantity: Decimal) => Quotient;
}

export interface PreparedStep extends PreparedPrice {
  readonly over: Decimal;
}

/** A published rate with its numbers read once. */
export interface PreparedRate extends PreparedPrice {
  readonly state: 'published';
  readonly rate: PublishedRate;
  readonly path: string;
  readonly index: number;
  readonly per: DecimalString;
  readonly block: { readonly size: Decimal | null; readonly minimum: Decimal | null } | null;
  readonly tiers: Tiers | null;
  readonly steps: readonly PreparedStep[];
}

/** Any rate, with where it stands in the offer: `periods/0/rates/3`, the fourth. */
export type CardRate =
  | PreparedRate
  | {
      readonly state: 'included' | 'unpublished';
      readonly rate: Rate;
      readonly path: string;
      readonly index: number;
    };

export interface PreparedPeriod {
  readonly period: Period;
  readonly path: string;
  readonly rates: readonly CardRate[];
  readonly byMeter: ReadonlyMap<string, readonly CardRate[]>;
  /** Whether the date or the hour decides which rate holds within the period. */
  readonly hasClock: boolean;
}

/** Reads the numbers of a period once. */
export const preparePeriod: (period: Period, index: number) => PreparedPeriod = once((period, index) => {
  const path = `periods/${index}`;
  const rates = period.rates.map((rate, at) => prepareRate(rate, `${path}/rates/${at}`, at));
  const byMeter = new Map<string, CardRate[]>();
  for (const rate of rates) byMeter.set(rate.rate.meter, [...(byMeter.get(rate.rate.meter) ?? []), rate]);
  const hasClock = rates.some(({ rate: { when } }) => when?.time !== undefined || when?.dates !== undefined);
  return { period, path, rates, byMeter, hasClock };
});

function prepareRate(rate: Rate, path: string, index: number): CardRate {
  if (rate.state === 'included' || rate.state === 'unpublished') return { state: rate.state, rate, path, index };
  const divide = divideBy(new Decimal(rate.per));
  const priced = (price: DecimalString): PreparedPrice => {
    const value = new Decimal(price);
    const unit = divide(value);
    if (!unit.rounded) return { price: value, amount: (quantity) => exact(quantity.times(unit.value)) };
    return { price: value, amount: (quantity) => divide(quantity.times(value)) };
  };
  return {
    state: 'published',
    rate,
    path,
    index,
    per: String(rate.per),
    ...priced(rate.price),
    block: rate.block ? prepareBlock(rate.block) : null,
    tiers: rate.tiers ?? null,
    steps: rate.tiers?.steps.map((step) => ({ over: new Decimal(step.over), ...priced(step.price) })) ?? [],
  };
}

function exact(value: Decimal): Quotient {
  return { value, rounded: false };
}

function prepareBlock(block: Block): { size: Decimal | null; minimum: Decimal | null } {
  return {
    size: block.size === undefined ? null : new Decimal(block.size),
    minimum: block.minimum === undefined ? null : new Decimal(block.minimum),
  };
}
