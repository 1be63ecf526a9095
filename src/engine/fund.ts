import { assume } from './assumption.ts';
import type { BillContext } from './context.ts';
import { type Decimal, plain, ZERO } from './decimal.ts';
import { divideBy } from './divide.ts';
import { type Funding, purchaseFor, topUp, topUpFeeWords } from './funding.ts';
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
  const size = purchaseFor(stated, terms);
  const whole = needed.divToInt(size);
  const count = whole.times(size).eq(needed) ? whole : whole.plus(1);
  const each = topUp(size, terms.fee);
  const left = count.times(size).minus(needed);
  const currency = context.offer.currency;
  assume(context.assumptions, 'top_up_left', { count: plain(count), top_up: plain(size), left: plain(left), currency });
  noteExpiry(left, terms, context);
  const fee = each.fee.times(count);
  noteUnstated(needed, size.times(count), fee, terms, context);
  const formula = `${plain(count)} x ${plain(each.fee)} (${words(terms, each.binding)} of ${plain(size)})`;
  return charge(fee, formula, terms, context, each.rounded);
}

/** One top-up of what is needed; where the provider sells no less than more, the share of its fee. */
function sharedTopUp(needed: Decimal, terms: Funding, context: BillContext): PricedFee | null {
  const size = purchaseFor(needed, terms);
  const whole = topUp(size, terms.fee);
  if (size.eq(needed)) {
    noteUnstated(needed, size, whole.fee, terms, context);
    return charge(whole.fee, `${words(terms, whole.binding)} of ${plain(needed)}`, terms, context, whole.rounded);
  }
  const currency = context.offer.currency;
  const shown = { top_up: plain(size), fee: plain(whole.fee), used: plain(needed), currency };
  assume(context.assumptions, 'top_up_shared', shown);
  noteExpiry(size.minus(needed), terms, context);
  const share = divideBy(size)(whole.fee.times(needed));
  noteUnstated(needed, size, share.value, terms, context);
  const formula = `${plain(whole.fee)} (${words(terms, whole.binding)} of ${plain(size)}) x ${plain(needed)} / ${plain(size)}`;
  return charge(share.value, formula, terms, context, share.rounded || whole.rounded);
}

function words({ fee }: Funding, binding: 'percent' | 'minimum' | 'none'): string {
  if (!fee) return 'no fee';
  return binding === 'minimum' ? `the minimum of ${fee.minimum} for ${topUpFeeWords(fee)}` : topUpFeeWords(fee);
}

function noteExpiry(left: Decimal, { expiry }: Funding, context: BillContext): void {
  if (expiry && left.gt(0)) assume(context.assumptions, 'balance_may_expire', expiry);
}

/** Says what an unstated fee was taken to be, and what it would come to if it were taken from inside. */
function noteUnstated(needed: Decimal, credit: Decimal, amount: Decimal, { fee }: Funding, context: BillContext): void {
  if (fee?.charged !== 'unstated') return;
  const inside = topUp(credit, { ...fee, charged: 'inside', base: 'gross' });
  const share = credit.isZero() ? ZERO : divideBy(credit)(inside.fee.times(needed)).value;
  assume(context.assumptions, 'top_up_fee_unstated', {
    fee: topUpFeeWords(fee),
    amount: plain(amount),
    inside_fee: plain(share),
    inside_total: plain(needed.plus(share)),
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
