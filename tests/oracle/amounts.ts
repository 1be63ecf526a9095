import type { Period } from '../../src/engine/index.ts';
import { applies, type Situation } from './conditions.ts';
import { containersOf } from './containment.ts';
import { fromText } from './decimal-text.ts';
import { isPublished } from './pieces.ts';
import { divide, multiply, ONE, type Rational, whole, ZERO } from './rational.ts';
import { asQuotient } from './rounding.ts';

/** Steps 6 and 7: what a quantity costs before and after multipliers. */
export function amountOf(
  period: Period,
  index: number,
  step: number,
  quantity: Rational,
  at: Situation,
): { readonly list: Rational; readonly amount: Rational } {
  const rate = period.rates[index];
  if (!isPublished(rate)) return { list: ZERO, amount: ZERO };
  const price = fromText(rate.tiers?.steps[step]?.price ?? rate.price);
  const list = asQuotient(divide(multiply(quantity, price), whole(rate.per)));
  let factor = ONE;
  for (const multiplier of period.multipliers ?? []) {
    const named = multiplier.meters;
    const acts = !named || named.some((meter) => meter === rate.meter || containersOf(rate.meter).has(meter));
    if (acts && applies(multiplier.when, at)) factor = multiply(factor, fromText(multiplier.factor));
  }
  return { list, amount: multiply(list, factor) };
}
