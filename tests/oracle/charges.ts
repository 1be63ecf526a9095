import type { FeeKind, Period, Span } from '../../src/engine/index.ts';
import { type Choice, chooseRate } from './choose-rate.ts';
import { applies, type Situation } from './conditions.ts';
import { fromText } from './decimal-text.ts';
import { isPublished } from './pieces.ts';
import {
  divide,
  largest,
  multiply,
  negate,
  ONE,
  type Rational,
  smallest,
  subtract,
  total,
  whole,
  ZERO,
} from './rational.ts';
import { asQuotient, byRule } from './rounding.ts';

/** A fee as a fraction. */
export interface Charge {
  readonly kind: FeeKind;
  readonly amount: Rational;
}

/** What charges are reckoned from. */
export interface Basis {
  readonly at: Situation;
  readonly days: Rational;
  readonly listCost: Rational;
  readonly usageCost: Rational;
  readonly costBefore: Rational;
  readonly used: (meter: string) => Rational;
}

/** A committed quantity that no rate prices. */
export interface Unpriced {
  readonly meter: string;
  readonly quantity: Rational;
  readonly code: Choice;
}

/** Steps 10 to 12. */
export function chargesOf(period: Period, basis: Basis): { readonly fees: Charge[]; readonly unpriced: Unpriced[] } {
  const { at, days } = basis;
  const perSpan = (amount: string, span: Span): Rational => multiply(fromText(amount), span === 'day' ? days : ONE);
  const charges: Charge[] = [];
  const unpriced: Unpriced[] = [];
  const soFar = (): Rational => total([basis.usageCost, ...charges.map(({ amount }) => amount)]);
  const charge = (kind: FeeKind, amount: Rational): void => void charges.push({ kind, amount });

  for (const fee of period.fees ?? []) {
    if (!applies(fee.when, at)) continue;
    if (fee.kind === 'recurring') charge('recurring', perSpan(fee.amount, fee.span));
    else {
      const base = fee.base === 'list_cost' ? basis.listCost : basis.usageCost;
      const free = fee.above
        ? largest(subtract(perSpan(fee.above.amount, fee.above.span), basis.costBefore), ZERO)
        : ZERO;
      const charged = largest(subtract(base, free), ZERO);
      charge('percent', divide(multiply(charged, fromText(fee.percent)), whole(100)));
    }
  }
  const rounding = period.invoice_rounding;
  if (rounding && applies(rounding.when, at)) {
    const sum = soFar();
    charge('invoice_rounding', subtract(byRule(sum, rounding), sum));
  }
  for (const { amount, span, when } of period.minimums ?? []) {
    if (applies(when, at)) charge('minimum', largest(subtract(perSpan(amount, span), soFar()), ZERO));
  }
  for (const { meter, quantity, span, when } of period.commitments ?? []) {
    if (!applies(when, at)) continue;
    const choice = chooseRate(meter, period.rates, at);
    const unused = largest(subtract(perSpan(quantity, span), basis.used(meter)), ZERO);
    if (typeof choice !== 'number') {
      unpriced.push({ meter, quantity: unused, code: choice });
      continue;
    }
    const rate = period.rates[choice];
    if (!isPublished(rate)) continue;
    charge('commitment', asQuotient(divide(multiply(unused, fromText(rate.price)), whole(rate.per))));
  }
  for (const { amount, span, when } of period.credits ?? []) {
    if (applies(when, at)) charge('credit', negate(smallest(perSpan(amount, span), soFar())));
  }
  return { fees: charges, unpriced };
}
