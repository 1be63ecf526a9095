import type { Funding } from '../engine/funding.ts';
import type { Offer } from '../engine/offer.ts';
import { assumeWork, type WorkAssumption } from './assumption.ts';

/** A month of steady spending has so many days, and a year twelve such months. */
export const MONTH_DAYS = 30;

const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7, M: MONTH_DAYS, Y: 12 * MONTH_DAYS };

/** The days that credit lives: 20 of `P20D`, 60 of `P2M`; null where it does not end. */
export function creditDays({ expiry }: Funding): number | null {
  const [, count, unit = ''] = /^P([1-9]\d*)([DWMY])$/.exec(expiry?.after ?? '') ?? [];
  return count === undefined ? null : Number(count) * (DAYS[unit] ?? 0);
}

/** Says where ways to pay turn on a life of credit that is no whole number of months. */
export function noteCreditLife({ funding = [] }: Pick<Offer, 'funding'>, assumptions: WorkAssumption[]): void {
  for (const terms of funding) {
    const days = creditDays(terms);
    const after = terms.expiry?.after;
    if (days === null || after === undefined || days % MONTH_DAYS === 0) continue;
    assumeWork(assumptions, 'credit_by_days', { method: terms.method, after });
  }
}
