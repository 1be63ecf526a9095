import type { FeeKind, Period, Rule, Span } from '../../src/engine/index.ts';
import { type Choice, chooseRate } from './choose-rate.ts';
import { applies, type Situation } from './conditions.ts';
import { fromText } from './decimal-text.ts';
import { isPublished } from './pieces.ts';
import {
  add,
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
  /** The situation of the whole bill, and those of its groups. */
  readonly at: Situation;
  readonly groups: readonly Situation[];
  readonly days: Rational;
  readonly lines: readonly { readonly list: Rational; readonly amount: Rational; readonly at: Situation }[];
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
  const { at, days, lines } = basis;
  const actsAt = ({ when }: Rule) => [at, ...basis.groups].find((one) => applies(when, one));
  const acts = (rule: Rule): boolean => actsAt(rule) !== undefined;
  const usageCost = total(lines.map(({ amount }) => amount));
  const perSpan = (amount: string, span: Span): Rational => multiply(fromText(amount), span === 'day' ? days : ONE);
  const charges: Charge[] = [];
  const unpriced: Unpriced[] = [];
  const soFar = (): Rational => total([usageCost, ...charges.map(({ amount }) => amount)]);
  const charge = (kind: FeeKind, amount: Rational): void => void charges.push({ kind, amount });

  for (const fee of period.fees ?? []) {
    if (!acts(fee)) continue;
    if (fee.kind === 'recurring') charge('recurring', perSpan(fee.amount, fee.span));
    else {
      const under = lines.filter((line) => applies(fee.when, line.at));
      const base = total(under.map(({ list, amount }) => (fee.base === 'list_cost' ? list : amount)));
      const free = fee.above
        ? largest(subtract(perSpan(fee.above.amount, fee.above.span), basis.costBefore), ZERO)
        : ZERO;
      const charged = largest(subtract(base, free), ZERO);
      charge('percent', divide(multiply(charged, fromText(fee.percent)), whole(100)));
    }
  }
  const rounding = period.invoice_rounding;
  if (rounding && acts(rounding)) {
    const sum = soFar();
    charge('invoice_rounding', subtract(byRule(sum, rounding), sum));
  }
  for (const minimum of (period.minimums ?? []).filter(acts)) {
    const reached = add(basis.costBefore, soFar());
    charge('minimum', largest(subtract(perSpan(minimum.amount, minimum.span), reached), ZERO));
  }
  for (const commitment of period.commitments ?? []) {
    const { meter, quantity, span } = commitment;
    const when = actsAt(commitment);
    if (!when) continue;
    const choice = chooseRate(meter, period.rates, when);
    const unused = largest(subtract(perSpan(quantity, span), basis.used(meter)), ZERO);
    if (typeof choice !== 'number') {
      unpriced.push({ meter, quantity: unused, code: choice });
      continue;
    }
    const rate = period.rates[choice];
    if (!isPublished(rate)) continue;
    charge('commitment', asQuotient(divide(multiply(unused, fromText(rate.price)), whole(rate.per))));
  }
  for (const { amount, span } of (period.credits ?? []).filter(acts)) {
    charge('credit', negate(smallest(perSpan(amount, span), soFar())));
  }
  return { fees: charges, unpriced };
}
