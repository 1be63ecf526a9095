import type { FeeKind, Period, Rule, Span } from '../../src/engine/index.ts';
import { amountOf } from './amounts.ts';
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
import { byRule } from './rounding.ts';

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
  readonly usedBefore: (meter: string) => Rational;
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
  /** The cost before, which no rule by the day counts. */
  const costBefore = (span: Span): Rational => (span === 'day' ? ZERO : basis.costBefore);
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
        ? largest(subtract(perSpan(fee.above.amount, fee.above.span), costBefore(fee.above.span)), ZERO)
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
    const reached = add(costBefore(minimum.span), soFar());
    charge('minimum', largest(subtract(perSpan(minimum.amount, minimum.span), reached), ZERO));
  }
  for (const commitment of period.commitments ?? []) {
    const { meter, quantity, span } = commitment;
    const when = actsAt(commitment);
    if (!when) continue;
    const choice = chooseRate(meter, period.rates, when);
    const before = span === 'day' ? ZERO : basis.usedBefore(meter);
    const unused = largest(subtract(perSpan(quantity, span), add(before, basis.used(meter))), ZERO);
    if (typeof choice !== 'number') {
      unpriced.push({ meter, quantity: unused, code: choice });
      continue;
    }
    const rate = period.rates[choice];
    if (!isPublished(rate)) continue;
    charge('commitment', amountOf(period, choice, -1, unused, when).amount);
  }
  let unpaid = basis.costBefore;
  for (const { amount, span } of (period.credits ?? []).filter(acts)) {
    const given = perSpan(amount, span);
    const spent = span === 'day' ? ZERO : smallest(given, unpaid);
    unpaid = subtract(unpaid, spent);
    charge('credit', negate(smallest(subtract(given, spent), largest(soFar(), ZERO))));
  }
  return { fees: charges, unpriced };
}
