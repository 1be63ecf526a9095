import type { Bill, FeeKind } from '../engine/bill.ts';

/**
 * Fees that come or go once as usage grows and then stay so. Credit and rounding only follow what is charged
 * before them; what is bought to pay for it all is not part of the shape.
 */
const TURNING: readonly FeeKind[] = ['percent', 'minimum', 'commitment'];

/**
 * By which rates, steps and fees a bill comes about, whatever its quantities are. While that stays the same, the bill
 * is a straight line in what is used: 10 messages and 11 differ where a tier begins over 10.
 */
export function billShape({ lines, fees, gaps }: Bill): string {
  return [
    ...lines.map(({ rate, amount }) => `${rate}${isNothing(amount)}`),
    ...fees.flatMap(({ kind, rule, amount }) => (TURNING.includes(kind) ? [`${rule}${isNothing(amount)}`] : [])),
    ...gaps.map(({ meter, reason }) => `${meter} ${reason}`),
  ].join('; ');
}

const isNothing = (amount: string): string => (amount === '0' ? ' for nothing' : '');
