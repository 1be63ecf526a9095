import { durationWords } from '../../engine/duration-words.ts';
import type { Offer } from '../../engine/offer.ts';
import { feeWords } from './fee-words.ts';
import { money } from './money.ts';
import type { RateRow } from './rate-row.ts';

/**
 * The terms of payment of an offer or a provider as rows: the fee at top-up, what can be bought, when credit ends; a way
 * of paying of which none of these is stated has a row that says so.
 */
export function fundingRows({ funding = [], currency }: Pick<Offer, 'funding' | 'currency'>): RateRow[] {
  return funding.flatMap(({ method, fee, purchase, expiry, source }, index): RateRow[] => {
    const by = method === 'any' ? '' : `by ${method}`;
    const path = `funding/${index}`;
    const bounds = [
      ...(purchase?.minimum === undefined ? [] : [`from ${money(purchase.minimum, currency)}`]),
      ...(purchase?.maximum === undefined ? [] : [`to ${money(purchase.maximum, currency)}`]),
      ...(purchase?.step === undefined ? [] : [`in steps of ${money(purchase.step, currency)}`]),
    ].join(' ');
    const head = { kind: 'rule' as const, path, source };
    const rows: RateRow[] = [
      ...(fee
        ? [
            {
              ...head,
              type: 'Fee at credit top-up',
              spec: [by, CHARGED[fee.charged]].filter(Boolean).join(', '),
              rate: feeWords(fee, currency),
            },
          ]
        : []),
      ...(bounds ? [{ ...head, type: 'Credit purchase', spec: by, rate: bounds }] : []),
      ...(expiry
        ? [
            {
              ...head,
              type: 'Unused credit',
              spec: by,
              rate: `${expiry.certainty} expire after ${durationWords(expiry.after)}`,
            },
          ]
        : []),
    ];
    return rows.length > 0 ? rows : [{ ...head, type: 'Payment', spec: by || 'by any method', rate: 'no fee stated' }];
  });
}

const CHARGED = {
  on_top: 'on top of the credit',
  inside: 'taken out of the charge',
  unstated: 'on top or inside: not stated',
};
