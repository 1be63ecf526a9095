import { Decimal, ONE, ZERO } from '../engine/decimal.ts';
import { type Funding, purchaseFor, topUp } from '../engine/funding.ts';
import { creditDays, MONTH_DAYS } from './credit-life.ts';
import { balanceOf, type CreditLot, spend } from './credit-lots.ts';

/** What was bought for a steady spending, and what became of it. */
export interface Paid {
  /** The largest purchase, and its fee. */
  readonly credit: Decimal;
  readonly fee: Decimal;
  readonly purchases: Decimal;
  readonly fees: Decimal;
  readonly stranded: Decimal;
  readonly expired: Decimal;
  readonly paid: Decimal;
}

/**
 * Buys credit for so many days ahead whenever what is there does not last to the end of the month, or until some of it
 * ends if that is sooner. 30 in each of two months, bought by the month, with credit that lives 20 days: 30 on day 0, of
 * which 10 end on day 20; 30 more, of which 10 end on day 40; 20 for the rest.
 *
 * Balances are in amounts times the days of a month, because what a day spends may have no end.
 *
 * @param each credit used in a month
 * @param every days that a purchase is to last
 */
export function payEvery(terms: Funding, each: Decimal, every: number, months: number): Paid {
  const horizon = months * MONTH_DAYS;
  const life = creditDays(terms) ?? Number.POSITIVE_INFINITY;
  let lots: CreditLot[] = [];
  let [credit, fee, purchases, fees, expired, paid] = [ZERO, ZERO, ZERO, ZERO, ZERO, ZERO];
  let day = 0;
  while (day < horizon) {
    const living = lots.filter(({ ends }) => ends > day);
    expired = expired.plus(balanceOf(lots)).minus(balanceOf(living));
    lots = living;
    const balance = balanceOf(lots);
    const until = Math.min(day - (day % MONTH_DAYS) + MONTH_DAYS, lots[0]?.ends ?? day + life);
    const need = each.times(until - day);
    if (balance.gte(need)) {
      lots = spend(lots, need);
      day = until;
      continue;
    }
    const ahead = each.times(Math.min(every, horizon - day)).minus(balance);
    const wanted = ahead.div(MONTH_DAYS);
    const one = topUp(purchaseFor(wanted, terms), terms.fee);
    const count = atOnce(one.credit, wanted, need.minus(balance).div(MONTH_DAYS));
    const left = ahead.plus(one.credit.times(count).minus(wanted).times(MONTH_DAYS));
    lots = [...lots, { left, ends: day + life }];
    paid = paid.plus(one.pay.times(count));
    fees = fees.plus(one.fee.times(count));
    purchases = purchases.plus(count);
    if (one.credit.gt(credit)) [credit, fee] = [one.credit, one.fee];
  }
  const [stranded, gone] = [balanceOf(lots).div(MONTH_DAYS), expired.div(MONTH_DAYS)];
  return { credit, fee, purchases, fees, stranded, expired: gone, paid };
}

/** How many purchases of the most that one can be are due without another look: they fall short of what is needed. */
function atOnce(credit: Decimal, wanted: Decimal, needed: Decimal): Decimal {
  return credit.lt(wanted) ? Decimal.max(needed.divToInt(credit), ONE) : ONE;
}
