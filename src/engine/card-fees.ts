import type { PricedLine } from './bill-line.ts';
import { commitmentFee } from './commitment.ts';
import { holds } from './condition.ts';
import { type BillContext, noteReading } from './context.ts';
import { type Decimal, sum, ZERO } from './decimal.ts';
import { creditFee, invoiceRounding, minimumFee } from './invoice-rule.ts';
import { percentFee } from './percent-fee.ts';
import type { HoldingRule, PricedFee } from './priced-fee.ts';
import type { Fee, Rule } from './rate-card.ts';
import { recurringFee } from './recurring-fee.ts';

type FeeMakers = {
  readonly [K in Fee['kind']]: (
    holding: HoldingRule<Extract<Fee, { kind: K }>>,
    lines: readonly PricedLine[],
    context: BillContext,
  ) => PricedFee;
};

const FEES: FeeMakers = {
  percent: percentFee,
  recurring: (holding, _lines, context) => recurringFee(holding, context),
};

/** Steps 10 to 12 and the provider's credits: every charge beside the lines, in the order in which they act. */
export function cardFees(
  lines: readonly PricedLine[],
  usage: Decimal,
  counted: (meter: string) => Decimal,
  context: BillContext,
): PricedFee[] {
  const { period } = context.card;
  const fees: PricedFee[] = [];
  const apply = <R extends Rule>(
    name: string,
    rules: readonly R[] | undefined,
    make: (holding: HoldingRule<R>, sofar: Decimal) => PricedFee | null,
  ): void => {
    for (const [index, rule] of (rules ?? []).entries()) {
      const conditions = context.asked.find((asked) => holds(rule.when, asked, context.at.ms));
      if (!conditions) continue;
      const path = `${context.card.path}/${name === 'invoice_rounding' ? name : `${name}/${index}`}`;
      const fee = make({ rule, path, conditions }, usage.plus(sum(fees.map(({ amount }) => amount))));
      if (!fee) continue;
      fees.push(fee);
      noteReading(rule, fee.fee.label, context);
    }
  };
  apply('fees', period.fees, (holding) => FEES[holding.rule.kind](holding as never, lines, context));
  apply('invoice_rounding', period.invoice_rounding && [period.invoice_rounding], invoiceRounding);
  apply('minimums', period.minimums, (holding, sofar) => minimumFee(holding, sofar, context));
  apply('commitments', period.commitments, (holding) => commitmentFee(holding, counted, context));
  const unpaid = { before: context.costBefore ?? ZERO };
  apply('credits', period.credits, (holding, sofar) => creditFee(holding, sofar, unpaid, context));
  return fees;
}

/** Every charge and credit that an offer has beside the usage, by what the card calls it. */
export function chargesBeside({ card, offer }: BillContext): string[] {
  const { fees, invoice_rounding, minimums, commitments, credits } = card.period;
  const named = (kind: string, list: readonly { readonly label?: string }[] | undefined): string[] =>
    (list ?? []).map(({ label }) => (label === undefined ? kind : `${kind} "${label}"`));
  return [
    ...named('fee', fees),
    ...named('invoice rounding', invoice_rounding && [invoice_rounding]),
    ...named('minimum', minimums),
    ...named('commitment', commitments),
    ...named('credit', credits),
    ...((offer.funding ?? []).some(({ fee }) => fee) ? ['fee at credit top-up'] : []),
  ];
}
