import { Decimal, plain } from '../../engine/decimal.ts';
import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { usageField } from '../calculator/field-names.ts';

/** Places to which a mean is rounded. */
const PLACES = 6;

/**
 * Work as the fields of the calculator: so many requests of the mean size. 10 requests with 12,345 tokens of input
 * together are 10 of 1,234.5 each.
 */
export function workValues({ requests, usage }: PriceAnswer['work'][number]): Readonly<Record<string, string>> {
  const count = new Decimal(requests);
  const means = Object.entries(usage).flatMap(([meter, quantity]) => {
    const mean = count.isZero() ? count : new Decimal(quantity).div(count).toDecimalPlaces(PLACES);
    return mean.isZero() ? [] : [[usageField(meter), plain(mean)] as const];
  });
  return { requests, ...Object.fromEntries(means) };
}
