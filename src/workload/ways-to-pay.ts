import { Decimal, isDecimalString, plain } from '../engine/decimal.ts';
import { QUOTIENT_PLACES } from '../engine/divide.ts';
import type { Funding } from '../engine/funding.ts';
import type { Offer } from '../engine/offer.ts';
import { creditDays, MONTH_DAYS } from './credit-life.ts';
import { MONTHS } from './field-groups.ts';
import { payEvery } from './pay-every.ts';
import { WorkloadError, type WorkloadProblem } from './problem.ts';
import { readInput, shown } from './read-input.ts';

/** One way of paying for a steady spending: a method, and how long each purchase of credit is to last. */
export interface WayToPay {
  readonly method: string;
  /** Credit is bought for so many months at once; null where it is for days. */
  readonly every_months: number | null;
  /** Credit is bought for the days that it lives, where that is no whole number of months of 30 days. */
  readonly every_days: number | null;
  /** The credit of one purchase, and what it costs beside. */
  readonly credit: string;
  readonly fee: string;
  readonly purchases: string;
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

/** Credit is bought for so many months at most. */
const MOST_MONTHS = 12;

/**
 * The ways to pay for a spending of the same size in each month, what is paid in all ascending. 10 a month for a year
 * at 5.5%, at least 0.80 on top: buying monthly costs 12 fees of 0.80, twice a year 2 of 3.30.
 *
 * Spending falls evenly on months of 30 days. 30 a month with credit that lives 20 days is 18 purchases of 20 in a year,
 * or 18 by the month, of which 17 lose 10 each. An amount without end is rounded at 24 places.
 *
 * @param spending credit used in each month, a decimal such as `"10"`
 * @param months how long: a whole number from 1 to 120
 */
export function waysToPay({ funding = [] }: Pick<Offer, 'funding'>, spending: string, months: number): WayToPay[] {
  const problems: WorkloadProblem[] = [];
  if (!isDecimalString(spending)) {
    problems.push({ code: 'malformed_budget', args: { value: shown(spending) }, path: 'spending' });
  }
  readInput(months, 'months', MONTHS, 'months', problems);
  if (problems.length > 0) throw new WorkloadError(problems);
  const each = new Decimal(spending);
  const ways = funding.flatMap((terms) =>
    spansOf(terms, months).map((days) => {
      const paid = payEvery(terms, each, days, months);
      return { days, paid: paid.paid, way: wayOf(terms, days, paid) };
    }),
  );
  return ways.sort((a, b) => a.paid.cmp(b.paid) || a.days - b.days).map(({ way }) => way);
}

/** For how many days credit may be bought at once: whole months, and as long as it lives. */
function spansOf(terms: Funding, months: number): number[] {
  const most = Math.max(1, Math.min(months, MOST_MONTHS));
  const whole = Array.from({ length: most }, (_, index) => (index + 1) * MONTH_DAYS);
  const life = creditDays(terms);
  return life === null || life >= most * MONTH_DAYS || whole.includes(life) ? whole : [...whole, life];
}

function wayOf(terms: Funding, days: number, paid: ReturnType<typeof payEvery>): WayToPay {
  const isMonths = days % MONTH_DAYS === 0;
  return {
    method: terms.method,
    every_months: isMonths ? days / MONTH_DAYS : null,
    every_days: isMonths ? null : days,
    credit: amount(paid.credit),
    fee: amount(paid.fee),
    purchases: plain(paid.purchases),
    fees: amount(paid.fees),
    stranded: amount(paid.stranded),
    expired: amount(paid.expired),
    paid: amount(paid.paid),
    unstated: terms.fee?.charged === 'unstated',
  };
}

const amount = (value: Decimal): string => plain(value.toDecimalPlaces(QUOTIENT_PLACES, Decimal.ROUND_HALF_UP));
