import { assume } from './assumption.ts';
import type { BillContext } from './context.ts';
import { type Decimal, plain, sum, ZERO } from './decimal.ts';
import { divideBy, type Quotient } from './divide.ts';
import { type Funding, purchaseFor, type TopUpFee, topUp, topUpFeeWords } from './funding.ts';
import { type PricedFee, pricedFee } from './priced-fee.ts';

/** How the reader pays: by which method, and in top-ups of what size. */
export interface Payment {
  readonly method: string | null;
  /** The size of each top-up; null buys just what is needed. */
  readonly topUp: Decimal | null;
}

/** The funding terms for a method: the named one, else the first listed. Null when that method is not listed. */
export function findFunding(funding: readonly Funding[], method: string | null): Funding | null {
  if (method === null) return funding[0] ?? null;
  return funding.find((terms) => terms.method === method) ?? funding.find((terms) => terms.method === 'any') ?? null;
}

/** Credit bought at once. */
export interface Purchase {
  readonly size: Decimal;
  /** How many of this size; null for a single one of the rest. */
  readonly count: Decimal | null;
  /** What the bill uses of it. */
  readonly used: Decimal;
}

/** Step 14: the fee for buying the credit that pays for a bill. Null where nothing is charged for it. */
export function topUpFeeOf(needed: Decimal, payment: Payment, context: BillContext): PricedFee | null {
  const { assumptions, offer } = context;
  const { currency, funding = [] } = offer;
  const terms = findFunding(funding, payment.method);
  if (!terms || needed.lte(0)) return null;
  const others = funding.filter((other) => other !== terms).map(({ method }) => method);
  if (payment.method === null && others.length > 0) {
    assume(assumptions, 'payment_method_assumed', { method: terms.method, others });
  }
  const purchases = payment.topUp ? wholeTopUps(needed, payment.topUp, terms, context) : sharedTopUp(needed, terms);
  for (const purchase of purchases) noteShared(purchase, terms, context);
  const { fee, method, source, expiry } = terms;
  const left = sum(purchases.map(({ size, count, used }) => size.times(count ?? 1).minus(used)));
  if (expiry && left.gt(0)) assume(assumptions, 'balance_may_expire', expiry);
  if (!fee) return null;
  const parts = purchases.map((purchase) => purchaseFee(purchase, fee));
  const amount = sum(parts.map(({ value }) => value));
  if (fee.charged === 'unstated') {
    const taken = { ...fee, charged: 'inside', base: 'gross' } as const;
    const inside = sum(purchases.map((purchase) => purchaseFee(purchase, taken).value));
    assume(assumptions, 'top_up_fee_unstated', {
      fee: topUpFeeWords(fee),
      amount: plain(amount),
      inside_fee: plain(inside),
      inside_total: plain(needed.plus(inside)),
      currency,
    });
  }
  const label = `Fee at credit top-up${method === 'any' ? '' : ` by ${method}`}`;
  const formula = parts.map(({ words }) => words()).join(' + ');
  const rounded = parts.some((part) => part.rounded);
  return pricedFee('top_up', { label, source }, `funding/${funding.indexOf(terms)}`, amount, formula, rounded);
}

/** Whole top-ups of a stated size: each pays its fee, and what is not used stays as credit. */
function wholeTopUps(
  needed: Decimal,
  stated: Decimal,
  terms: Funding,
  { assumptions, offer }: BillContext,
): Purchase[] {
  const { currency } = offer;
  const size = purchaseFor(stated, terms);
  const top_up = plain(size);
  if (!size.eq(stated)) assume(assumptions, 'top_up_adjusted', { asked: plain(stated), top_up, currency });
  const full = needed.divToInt(size);
  const count = full.times(size).eq(needed) ? full : full.plus(1);
  const left = plain(count.times(size).minus(needed));
  assume(assumptions, 'top_up_left', { count: plain(count), top_up, left, currency });
  return [{ size, count, used: needed }];
}

/**
 * Just the credit that is needed: purchases of the most that one can be, then one of the rest. Where the provider
 * sells no less than more than the rest, the bill carries the share of its fee.
 */
export function sharedTopUp(needed: Decimal, terms: Funding): Purchase[] {
  const first = purchaseFor(needed, terms);
  const count = first.lt(needed) ? needed.divToInt(first) : ZERO;
  const bought = count.times(first);
  const whole = count.isZero() ? [] : [{ size: first, count, used: bought }];
  const used = needed.minus(bought);
  return used.isZero() ? whole : [...whole, { size: purchaseFor(used, terms), count: null, used }];
}

/** Says that a purchase pays for more than the bill. */
function noteShared({ size, used, count }: Purchase, terms: Funding, { assumptions, offer }: BillContext): void {
  if (count || size.eq(used)) return;
  const shown = { top_up: plain(size), fee: plain(topUp(size, terms.fee).fee), used: plain(used) };
  assume(assumptions, 'top_up_shared', { ...shown, currency: offer.currency });
}

/** What {@link topUpFeeOf} charges where just the credit that is needed is bought by the first method, as an amount. */
export function usualTopUpFee(needed: Decimal, funding: readonly Funding[]): Decimal {
  const terms = findFunding(funding, null);
  const fee = terms?.fee;
  if (!fee || needed.lte(0)) return ZERO;
  return sum(sharedTopUp(needed, terms).map((purchase) => purchaseFee(purchase, fee).value));
}

/** What a purchase pays, or the bill's share of it, and why: `5.5% of 100`, or the minimum because that is less. */
function purchaseFee({ size, count, used }: Purchase, fee: TopUpFee): Quotient & { readonly words: () => string } {
  const each = topUp(size, fee);
  const { value, rounded } =
    count || used.eq(size)
      ? { value: each.fee.times(count ?? 1), rounded: false }
      : divideBy(size)(each.fee.times(used));
  const words = (): string => {
    const { minimum, ...rest } = fee;
    const rate = `${topUpFeeWords(rest)} of ${plain(size)}`;
    const why = each.binding === 'minimum' ? `the minimum of ${minimum}, more than ${rate}` : rate;
    const whole = `${plain(each.fee)} (${why})`;
    if (count) return `${plain(count)} x ${whole}`;
    return used.eq(size) ? why : `${whole} x ${plain(used)} / ${plain(size)}`;
  };
  return { value, rounded: rounded || each.rounded, words };
}
