import { Decimal, HUNDRED, ONE, plain } from '../../engine/decimal.ts';
import { divideBy } from '../../engine/divide.ts';
import { type Funding, topUp } from '../../engine/funding.ts';
import type { IndexFunding } from './offer-index.ts';

/**
 * The first of a provider's terms as factors; null where nothing is charged, `complex` where they are more than that.
 * 5.5%, at least 0.80, in purchases from 5: the factor is 1.055, and below 5 the share is 1 + 0.80 / 5 = 1.16.
 */
export function indexFunding(funding: readonly Funding[] | undefined): IndexFunding | 'complex' | null {
  const [terms] = funding ?? [];
  if (!terms?.fee) return null;
  const { fee, purchase } = terms;
  if (fee.rounding || purchase?.step !== undefined || fee.charged === 'inside') return 'complex';
  const from = new Decimal(purchase?.minimum ?? '0');
  const share = from.isZero() ? { value: ONE, rounded: false } : divideBy(from)(from.plus(topUp(from, fee).fee));
  if (share.rounded || (purchase?.maximum !== undefined && from.gt(purchase.maximum))) return 'complex';
  return {
    factor: plain(ONE.plus(new Decimal(fee.percent ?? '0').div(HUNDRED))),
    fixed: plain(new Decimal(fee.fixed ?? '0')),
    minimum: plain(new Decimal(fee.minimum ?? '0')),
    from: plain(from),
    share: plain(share.value),
    most: purchase?.maximum ?? null,
  };
}
