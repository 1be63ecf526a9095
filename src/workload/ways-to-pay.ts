import { Decimal, isDecimalString, plain, ZERO } from '../engine/decimal.ts';
import { type Funding, purchaseFor, topUp } from '../engine/funding.ts';
import type { Offer } from '../engine/offer.ts';
import { WorkloadError } from './problem.ts';

/** One way of paying for a steady spending: a method, and how many months each purchase of credit is to last. */
export interface WayToPay {
  readonly method: string;
  /** Credit is bought for so many months at once. */
  readonly every_months: number;
  /** The credit of one purchase, and what it costs beside. */
  readonly credit: string;
  readonly fee: string;
  readonly purchases: number;
  readonly fees: string;
  /** Credit that is left at the end of the horizon. */
  readonly stranded: string;
  /** Credit that ends unused before it is spent, where the provider says when. */
  readonly expired: string;
  /** Everything that was paid. */
  readonly paid: string;
  /** Whether the fee may be taken from inside instead: the provider does not say. */
  readonly unstated: boolean;
}

/**
 * The ways to pay for a spending of the same size in each month, what is paid in all ascending. 10 a month for a year
 * at 5.5%, at least 0.80 on top: buying monthly costs 12 fees of 0.80, twice a year 2 of 3.30.
 *
 * @param spending credit used in each month, a decimal such as `"10"`
 * @param months how long
 */
export function waysToPay({ funding = [] }: Pick<Offer, 'funding'>, spending: string, months: number): WayToPay[] {
  if (!isDecimalString(spending)) {
    throw new WorkloadError([
      { code: 'malformed_budget', args: { value: JSON.stringify(spending) }, path: 'spending' },
    ]);
  }
  const each = new Decimal(spending);
  const ways = funding.flatMap((terms) =>
    Array.from({ length: Math.min(months, 12) }, (_, index) => index + 1)
      .filter((every) => every === 1 || every <= months)
      .map((every) => payEvery(terms, each, every, months)),
  );
  return ways.sort((a, b) => a.paid.cmp(b.paid) || a.way.every_months - b.way.every_months).map(({ way }) => way);
}

function payEvery(
  terms: Funding,
  each: Decimal,
  every: number,
  months: number,
): { readonly way: WayToPay; readonly paid: Decimal } {
  const life = expiryMonths(terms);
  const lots: { credit: Decimal; bought: number }[] = [];
  let paid = ZERO;
  let fees = ZERO;
  let expired = ZERO;
  let purchases = 0;
  let largest = ZERO;
  let largestFee = ZERO;
  const balance = (): Decimal => lots.reduce((all, { credit }) => all.plus(credit), ZERO);
  for (let month = 0; month < months; month += 1) {
    for (const lot of lots) {
      if (life === null || month - lot.bought < life) continue;
      expired = expired.plus(lot.credit);
      lot.credit = ZERO;
    }
    while (balance().lt(each)) {
      const ahead = each.times(Math.min(every, months - month)).minus(balance());
      const bought = topUp(purchaseFor(ahead, terms), terms.fee);
      lots.push({ credit: bought.credit, bought: month });
      paid = paid.plus(bought.pay);
      fees = fees.plus(bought.fee);
      purchases += 1;
      if (bought.credit.gt(largest)) [largest, largestFee] = [bought.credit, bought.fee];
    }
    spend(lots, each);
  }
  const way = {
    method: terms.method,
    every_months: every,
    credit: plain(largest),
    fee: plain(largestFee),
    purchases,
    fees: plain(fees),
    stranded: plain(balance()),
    expired: plain(expired),
    paid: plain(paid),
    unstated: terms.fee?.charged === 'unstated',
  };
  return { way, paid };
}

/** The oldest credit is spent first. */
function spend(lots: { credit: Decimal }[], amount: Decimal): void {
  let rest = amount;
  for (const lot of lots) {
    const used = Decimal.min(lot.credit, rest);
    lot.credit = lot.credit.minus(used);
    rest = rest.minus(used);
  }
}

const MONTHS: Readonly<Record<string, number>> = { D: 1 / 30, W: 7 / 30, M: 1, Y: 12 };

/** Whole months that credit lives; null where it does not end. */
function expiryMonths({ expiry }: Funding): number | null {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(expiry?.after ?? '') ?? [];
  return count === undefined || unit === undefined ? null : Math.floor(Number(count) * (MONTHS[unit] ?? 0));
}
