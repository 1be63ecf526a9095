import type { Bill } from '../engine/bill.ts';
import { isNationalCurrency } from './focus-row.ts';

/** What a bill says and its FOCUS rows do not, a sentence for each; for standard error, beside the rows. */
export function billFocusDropped(bill: Bill): string[] {
  const { gaps, assumptions, lines, fees, converted, currency } = bill;
  const adjusted = (kind: string): number =>
    lines.filter(({ adjustments }) => adjustments.some((step) => step.kind === kind)).length;
  const tiered = lines.filter(({ tier }) => tier !== null).length;
  const rounded = lines.filter((line) => line.rounded !== undefined).length;
  const blocks = adjusted('block');
  const allowances = adjusted('allowance');
  const one = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  const said: (readonly [boolean, string])[] = [
    [true, 'FOCUS describes charges that were made; these are estimates (x_Estimate), without account or invoice.'],
    [
      gaps.length > 0,
      `${one(gaps.length, 'gap')} left out: FOCUS has no row for usage without a price (${gaps.map(({ meter }) => meter).join(', ')}); the costs are not the whole cost.`,
    ],
    [assumptions.length > 0, `${one(assumptions.length, 'assumption')} left out: FOCUS has no column for them.`],
    [
      tiered > 0,
      `${one(tiered, 'line')} with a tier: FOCUS names the price of the step, not the rule; x_Tier of SkuPriceDetails holds it.`,
    ],
    [
      blocks > 0,
      `${one(blocks, 'line')} billed in blocks or with a minimum: ConsumedQuantity is what was used, PricingQuantity what is billed.`,
    ],
    [
      allowances > 0,
      `${one(allowances, 'line')} with a free allowance: the free part shows only in ConsumedQuantity being more.`,
    ],
    [
      rounded > 0,
      `${one(rounded, 'line')} whose quotient has no end: where quantity x unit price cannot be the cost exactly, the line is one charge of its amount.`,
    ],
    [
      fees.some(({ kind }) => kind === 'top_up'),
      'Paid from prepaid credit: usage is shown as billed when used, and of the purchase only its fee.',
    ],
    [
      fees.some(({ kind }) => kind === 'percent'),
      'Percent fees are usage without a consumed quantity: FOCUS has no charge that is a share of others.',
    ],
    [
      !isNationalCurrency(currency),
      `BillingCurrency should be a national one and is ${currency}, the provider's own credit.`,
    ],
    [converted != null, `The totals in ${converted?.to} are left out: rows stay in the currency of the rate card.`],
  ];
  return said.flatMap(([applies, text]) => (applies ? [text] : []));
}
