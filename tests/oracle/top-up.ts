import type { Funding, TopUpFee } from '../../src/engine/index.ts';
import { fromText } from './decimal-text.ts';
import { add, divide, largest, multiply, ONE, order, type Rational, subtract, whole } from './rational.ts';
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

function purchasable(amount: Rational, { purchase }: Funding): Rational {
  const least = largest(amount, fromText(purchase?.minimum ?? '0'));
  return purchase?.step === undefined ? least : toMultiple(least, fromText(purchase.step), 'up');
}

/** Step 14: what this bill carries of the fees for buying the credit it needs. */
export function topUpFee(needed: Rational, funding: Funding, size: Rational | null): Rational | null {
  if (!funding.fee || needed.n <= 0n) return null;
  if (size) {
    const bought = purchasable(size, funding);
    const count = toMultiple(divide(needed, bought), ONE, 'up');
    return multiply(count, feeFor(bought, funding.fee));
  }
  const bought = purchasable(needed, funding);
  const fee = feeFor(bought, funding.fee);
  return order(bought, needed) === 0 ? fee : asQuotient(divide(multiply(fee, needed), bought));
}
