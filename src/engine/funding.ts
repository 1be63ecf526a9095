import { Decimal, type DecimalString, HUNDRED, larger, ONE, smaller, ZERO } from './decimal.ts';
import { divideBy } from './divide.ts';
import { type RoundingRule, roundTo } from './rounding.ts';

/** How an account is paid up. */
export interface Funding {
  /** `card`, `crypto`, `invoice`; `any` where the provider names none. */
  readonly method: string;
  readonly fee?: TopUpFee;
  readonly purchase?: {
    readonly minimum?: DecimalString;
    readonly maximum?: DecimalString;
    readonly step?: DecimalString;
  };
  /** When unused credit ends: an ISO 8601 duration, and whether it may or will. */
  readonly expiry?: { readonly after: string; readonly certainty: 'may' | 'will' };
  readonly source: string;
}

/** A fee on buying credit: a percentage and a fixed amount, together at least the minimum. */
export interface TopUpFee {
  readonly percent?: DecimalString;
  readonly fixed?: DecimalString;
  readonly minimum?: DecimalString;
  /** `on_top`: paid beside the credit. `inside`: taken out of what is paid. */
  readonly charged: 'on_top' | 'inside' | 'unstated';
  /** What a percentage taken from inside is a percentage of: the charge (`gross`) or the credit (`net`). */
  readonly base?: 'net' | 'gross';
  readonly rounding?: RoundingRule;
}

/** A purchase of credit: `pay = credit + fee`. */
export interface TopUp {
  readonly credit: Decimal;
  readonly fee: Decimal;
  readonly pay: Decimal;
  /** What decided the fee. */
  readonly binding: 'percent' | 'minimum' | 'none';
  /** True where a division has no end and was rounded at 24 places. */
  readonly rounded: boolean;
}

/**
 * What it costs to end up with an amount of credit. 5 of credit at 5.5%, at least 0.80, on top: fee 0.80, pay
 * 5.80. 100 of credit at 5% of the charge, inside: pay 105.263157894736842105263158, the fee the difference.
 */
export function topUp(credit: Decimal, fee: TopUpFee | undefined): TopUp {
  if (!fee) return { credit, fee: ZERO, pay: credit, binding: 'none', rounded: false };
  const rate = new Decimal(fee.percent ?? '0').div(HUNDRED);
  const fixed = new Decimal(fee.fixed ?? '0');
  const ofGross = fee.charged === 'inside' && fee.base !== 'net';
  const gross = ofGross ? divideBy(ONE.minus(rate))(credit.plus(fixed)) : null;
  const byRate = gross ? gross.value.minus(credit) : credit.times(rate).plus(fixed);
  const least = new Decimal(fee.minimum ?? '0');
  const unrounded = larger(byRate, least);
  const amount = fee.rounding ? roundTo(unrounded, new Decimal(fee.rounding.increment), fee.rounding.mode) : unrounded;
  const binding = byRate.lt(least) ? 'minimum' : 'percent';
  const rounded = binding === 'percent' && !fee.rounding && (gross?.rounded ?? false);
  return { credit, fee: amount, pay: credit.plus(amount), binding, rounded };
}

/** The fee in words: `5.5%, at least 0.80`. */
export function topUpFeeWords({ percent, fixed, minimum }: TopUpFee): string {
  const sum = [...(percent === undefined ? [] : [`${percent}%`]), ...(fixed === undefined ? [] : [fixed])].join(' + ');
  return [...(sum ? [sum] : []), ...(minimum === undefined ? [] : [`at least ${minimum}`])].join(', ');
}

/**
 * The credit that one purchase can buy towards `needed`: at least the minimum, in whole steps, at most the maximum.
 * With 5 to 25,000 for sale, 0.9 takes a purchase of 5, and 30,000 begins with one of 25,000.
 */
export function purchaseFor(needed: Decimal, { purchase }: Funding): Decimal {
  const least = larger(needed, new Decimal(purchase?.minimum ?? '0'));
  const whole = purchase?.step ? roundTo(least, new Decimal(purchase.step), 'up') : least;
  return purchase?.maximum ? smaller(whole, new Decimal(purchase.maximum)) : whole;
}
