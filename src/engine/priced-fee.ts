import type { BillFee, FeeKind } from './bill.ts';
import type { Conditions } from './condition.ts';
import { type Decimal, plain } from './decimal.ts';
import { QUOTIENT_ERROR } from './divide.ts';
import type { Rule } from './rate-card.ts';

/** A fee with its amount as a decimal. */
export interface PricedFee {
  readonly fee: BillFee;
  readonly amount: Decimal;
}

/** A rule of the card that holds for a bill: where it stands, and the conditions under which it holds. */
export interface HoldingRule<R extends Rule> {
  readonly rule: R;
  readonly path: string;
  readonly conditions: Conditions;
}

/** A fee and its amount. */
export function pricedFee(
  kind: FeeKind,
  { label, source }: { readonly label: string; readonly source: string },
  path: string,
  amount: Decimal,
  formula: string,
  rounded = false,
): PricedFee {
  const fee = { kind, label, amount: plain(amount), formula, rule: path, source };
  return { fee: rounded ? { ...fee, rounded: QUOTIENT_ERROR } : fee, amount };
}
