import { assume } from './assumption.ts';
import type { BillContext } from './context.ts';
import { type Decimal, plain, ZERO } from './decimal.ts';
import { divideBy } from './divide.ts';
import { type Funding, purchaseFor, type TopUp, type TopUpFee, topUp, topUpFeeWords } from './funding.ts';
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

/** Step 14: the fee for buying the credit that pays for a bill. Null where nothing is charged for it. */
export function topUpFeeOf(needed: Decimal, payment: Payment, context: BillContext): PricedFee | null {
  const all = context.offer.funding ?? [];
  const terms = findFunding(all, payment.method);
  if (!terms || needed.lte(0)) return null;
  const others = all.filter((other) => other !== terms).map(({ method }) => method);
  if (payment.method === null && others.length > 0) {
    assume(context.assumptions, 'payment_method_assumed', { method: terms.method, others });
  }
  return payment.topUp ? wholeTopUps(needed, payment.topUp, terms, context) : sharedTopUp(needed, terms, context);
}

/** Whole top-ups of a stated size: each pays its fee, and what is not used stays as credit. */
function wholeTopUps(needed: Decimal, stated: Decimal, terms: Funding, context: BillContext): PricedFee | null {
  const { currency } = context.offer;
  const size = purchaseFor(stated, terms);
  if (!size.eq(stated)) {
    assume(context.assumptions, 'top_up_adjusted', { asked: plain(stated), top_up: plain(size), currency });
  }
  const full = needed.divToInt(size);
  const count = full.times(size).eq(needed) ? full : full.plus(1);
  const each = topUp(size, terms.fee);
  const left = count.times(size).minus(needed);
  assume(context.assumptions, 'top_up_left', { count: plain(count), top_up: plain(size), left: plain(left), currency });
  noteExpiry(left, terms, context);
  const fee = each.fee.times(count);
  noteUnstated(needed, fee, (inside) => topUp(size, inside).fee.times(count), terms, context);
  const formula = `${plain(count)} x ${plain(each.fee)} (${words(terms, each.binding, size)})`;
  return charge(fee, formula, terms, context, each.rounded);
}

/** Credit for an amount: so many purchases of the most that one can be, then one of the rest. */
interface Purchases {
  readonly first: Decimal;
  readonly full: Decimal;
  readonly rest: Decimal;
  /** The size of the last purchase; zero where nothing is left to buy. */
  readonly size: Decimal;
}

function purchasesOf(needed: Decimal, terms: Funding): Purchases {
  const first = purchaseFor(needed, terms);
  const full = first.lt(needed) ? needed.divToInt(first) : ZERO;
  const rest = full.isZero() ? needed : needed.minus(full.times(first));
  return { first, full, rest, size: rest.isZero() ? ZERO : purchaseFor(rest, terms) };
}

/** The fee of purchases, and of one whole and of the last of them. */
interface SharedFee {
  readonly fee: Decimal;
  readonly whole: TopUp | null;
  readonly last: TopUp;
  readonly rounded: boolean;
}

/** Where the provider sells no less than more than the rest, the last purchase bears the share of its fee. */
function sharedFee({ first, full, rest, size }: Purchases, fee: TopUpFee | undefined): SharedFee {
  const whole = full.isZero() ? null : topUp(first, fee);
  const last = topUp(size, fee);
  const share = size.gt(rest) ? divideBy(size)(last.fee.times(rest)) : { value: last.fee, rounded: last.rounded };
  const ofLast = size.isZero() ? ZERO : share.value;
  return {
    fee: whole ? whole.fee.times(full).plus(ofLast) : ofLast,
    whole,
    last,
    rounded: share.rounded || (whole?.rounded ?? false),
  };
}

/** What {@link topUpFeeOf} charges where just the credit that is needed is bought by the first method, as an amount. */
export function usualTopUpFee(needed: Decimal, funding: readonly Funding[]): Decimal {
  const terms = findFunding(funding, null);
  return !terms?.fee || needed.lte(0) ? ZERO : sharedFee(purchasesOf(needed, terms), terms.fee).fee;
}

/**
 * Just the credit that is needed: purchases of the most that one can be, then one of the rest. Where the provider
 * sells no less than more than the rest, the bill carries the share of its fee.
 */
function sharedTopUp(needed: Decimal, terms: Funding, context: BillContext): PricedFee | null {
  const purchases = purchasesOf(needed, terms);
  const { first, full, rest, size } = purchases;
  const { fee, whole, last, rounded } = sharedFee(purchases, terms.fee);
  const parts: string[] = [];
  if (whole) parts.push(`${plain(full)} x ${plain(whole.fee)} (${words(terms, whole.binding, first)})`);
  if (size.gt(rest)) {
    parts.push(`${plain(last.fee)} (${words(terms, last.binding, size)}) x ${plain(rest)} / ${plain(size)}`);
    const shown = { top_up: plain(size), fee: plain(last.fee), used: plain(rest) };
    assume(context.assumptions, 'top_up_shared', { ...shown, currency: context.offer.currency });
    noteExpiry(size.minus(rest), terms, context);
  } else if (!size.isZero()) parts.push(words(terms, last.binding, size));
  noteUnstated(needed, fee, (inside) => sharedFee(purchases, inside).fee, terms, context);
  return charge(fee, parts.join(' + '), terms, context, rounded);
}

/** What decided a fee: `5.5% of 100`, or the minimum because that is less. */
function words({ fee }: Funding, binding: TopUp['binding'], size: Decimal): string {
  if (!fee) return 'no fee';
  const { minimum, ...rest } = fee;
  const share = `${topUpFeeWords(rest)} of ${plain(size)}`;
  return binding === 'minimum' ? `the minimum of ${minimum}, more than ${share}` : share;
}

function noteExpiry(left: Decimal, { expiry }: Funding, context: BillContext): void {
  if (expiry && left.gt(0)) assume(context.assumptions, 'balance_may_expire', expiry);
}

/** Says what an unstated fee was taken to be, and what it would come to if it were taken from inside. */
function noteUnstated(
  needed: Decimal,
  amount: Decimal,
  insideOf: (inside: TopUpFee) => Decimal,
  { fee }: Funding,
  context: BillContext,
): void {
  if (fee?.charged !== 'unstated') return;
  const inside = insideOf({ ...fee, charged: 'inside', base: 'gross' });
  assume(context.assumptions, 'top_up_fee_unstated', {
    fee: topUpFeeWords(fee),
    amount: plain(amount),
    inside_fee: plain(inside),
    inside_total: plain(needed.plus(inside)),
    currency: context.offer.currency,
  });
}

function charge(
  amount: Decimal,
  formula: string,
  terms: Funding,
  context: BillContext,
  rounded: boolean,
): PricedFee | null {
  if (!terms.fee) return null;
  const path = `funding/${(context.offer.funding ?? []).indexOf(terms)}`;
  const label = `Fee at credit top-up${terms.method === 'any' ? '' : ` by ${terms.method}`}`;
  return pricedFee('top_up', { label, source: terms.source }, path, amount, formula, rounded);
}
