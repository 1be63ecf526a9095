import type { Funding, TopUpFee } from '../../src/engine/index.ts';
import { fromText } from './decimal-text.ts';
import {
  add,
  divide,
  largest,
  multiply,
  ONE,
  order,
  type Rational,
  smallest,
  subtract,
  whole,
  ZERO,
} from './rational.ts';
import { asQuotient, byRule, toMultiple } from './rounding.ts';

/** The fee for ending up with an amount of credit. */
export function feeFor(credit: Rational, fee: TopUpFee): Rational {
  const percent = divide(fromText(fee.percent ?? '0'), whole(100));
  const fixed = fromText(fee.fixed ?? '0');
  const ofCharge = fee.charged === 'inside' && fee.base !== 'net';
  const share = ofCharge
    ? subtract(asQuotient(divide(add(credit, fixed), subtract(ONE, percent))), credit)
    : add(multiply(credit, percent), fixed);
  const least = largest(share, fromText(fee.minimum ?? '0'));
  return fee.rounding ? byRule(least, fee.rounding) : least;
}

/** The least that can be bought to have an amount; never more than the maximum. */
function purchasable(amount: Rational, { purchase }: Funding): Rational {
  const least = largest(amount, fromText(purchase?.minimum ?? '0'));
  const stepped = purchase?.step === undefined ? least : toMultiple(least, fromText(purchase.step), 'up');
  return purchase?.maximum === undefined ? stepped : smallest(stepped, fromText(purchase.maximum));
}

/** Step 14: what this bill carries of the fees for buying the credit it needs. */
export function topUpFee(needed: Rational, funding: Funding, size: Rational | null): Rational | null {
  const { fee, purchase } = funding;
  if (!fee || needed.n <= 0n) return null;
  if (size) {
    const bought = purchasable(size, funding);
    const count = toMultiple(divide(needed, bought), ONE, 'up');
    return multiply(count, feeFor(bought, fee));
  }
  const largestPurchase = purchase?.maximum === undefined ? null : fromText(purchase.maximum);
  const full = largestPurchase ? toMultiple(divide(needed, largestPurchase), ONE, 'down') : ZERO;
  const rest = subtract(needed, multiply(full, largestPurchase ?? ZERO));
  const before = largestPurchase ? multiply(full, feeFor(largestPurchase, fee)) : ZERO;
  if (rest.n === 0n) return before;
  const bought = purchasable(rest, funding);
  const last = feeFor(bought, fee);
  return add(before, order(bought, rest) === 0 ? last : asQuotient(divide(multiply(last, rest), bought)));
}
