import { assume } from './assumption.ts';
import type { BillFee, BillLine } from './bill.ts';
import type { PricedLine } from './bill-line.ts';
import { holds } from './condition.ts';
import { assumeSpanStart, type BillContext, spansCovered } from './context.ts';
import { Decimal, HUNDRED, larger, plain, smaller, sum, ZERO } from './decimal.ts';
import type { Commitment, Fee, PercentFee, RecurringFee, Rule } from './rate-card.ts';
import { MODE_WORDS, roundTo } from './rounding.ts';
import { selectRate } from './select-rate.ts';

/** A fee with its amount as a decimal. */
export interface PricedFee {
  readonly fee: BillFee;
  readonly amount: Decimal;
}

/** Steps 10 to 12 and the provider's credits: every charge beside the lines, in the order in which they act. */
export function cardFees(lines: readonly PricedLine[], context: BillContext): PricedFee[] {
  const { period, path } = context.card;
  const fees: PricedFee[] = [];
  const usage = sum(lines.map(({ amount }) => amount));
  const sofar = (): Decimal => usage.plus(sum(fees.map(({ amount }) => amount)));
  const applying = <R extends Rule>(rules: readonly R[] | undefined, name: string): [R, string][] =>
    (rules ?? []).flatMap((rule, index): [R, string][] =>
      holds(rule.when, context.conditions, context.ms) ? [[rule, `${path}/${name}/${index}`]] : [],
    );

  for (const [fee, rule] of applying(period.fees, 'fees'))
    fees.push(FEES[fee.kind](fee as never, rule, lines, context));
  if (period.invoice_rounding) {
    const { increment, mode, label, source } = period.invoice_rounding;
    const amount = roundTo(sofar(), new Decimal(increment), mode).minus(sofar());
    const formula = `${plain(sofar())} ${MODE_WORDS[mode]} to ${increment}`;
    if (!amount.isZero()) {
      fees.push(
        priced('invoice_rounding', label ?? 'Invoice rounding', amount, formula, `${path}/invoice_rounding`, source),
      );
    }
  }
  for (const [minimum, rule] of applying(period.minimums, 'minimums')) {
    const least = new Decimal(minimum.amount).times(spansCovered(context, minimum.span, minimum.label));
    const amount = larger(ZERO, least.minus(sofar()));
    if (!amount.isZero()) {
      fees.push(
        priced('minimum', minimum.label, amount, `${plain(least)} less ${plain(sofar())}`, rule, minimum.source),
      );
    }
  }
  for (const [commitment, rule] of applying(period.commitments, 'commitments')) {
    const fee = commitmentFee(
      commitment,
      rule,
      lines.map(({ line }) => line),
      context,
    );
    if (fee) fees.push(fee);
  }
  for (const [credit, rule] of applying(period.credits, 'credits')) {
    assumeSpanStart(context, null, credit.span, credit.label);
    const given = new Decimal(credit.amount).times(spansCovered(context, credit.span, credit.label));
    const amount = smaller(given, larger(ZERO, sofar()));
    if (!amount.isZero()) {
      fees.push(priced('credit', credit.label, amount.negated(), `credit of ${plain(given)}`, rule, credit.source));
    }
  }
  return fees;
}

const FEES: {
  readonly [K in Fee['kind']]: (
    fee: Extract<Fee, { kind: K }>,
    rule: string,
    lines: readonly PricedLine[],
    context: BillContext,
  ) => PricedFee;
} = { percent: percentFee, recurring: recurringFee };

function percentFee(fee: PercentFee, rule: string, lines: readonly PricedLine[], context: BillContext): PricedFee {
  const cost = sum(lines.map(({ amount, listAmount }) => (fee.base === 'list_cost' ? listAmount : amount)));
  let base = cost;
  let of = plain(cost);
  if (fee.above) {
    const { amount, span } = fee.above;
    assumeSpanStart(context, context.costBefore, span, fee.label);
    const free = new Decimal(amount).times(spansCovered(context, span, fee.label));
    const before = context.costBefore ?? ZERO;
    base = larger(ZERO, before.plus(cost).minus(free)).minus(larger(ZERO, before.minus(free)));
    of = `${plain(base)} (the part of ${plain(cost)} above ${plain(free)})`;
  }
  const amount = base.times(new Decimal(fee.percent)).div(HUNDRED);
  return priced('percent', fee.label, amount, `${fee.percent}% of ${of}`, rule, fee.source);
}

function recurringFee(fee: RecurringFee, rule: string, _lines: readonly PricedLine[], context: BillContext): PricedFee {
  const spans = spansCovered(context, fee.span, fee.label);
  if (fee.span !== 'day') assume(context.assumptions, 'span_not_prorated', { label: fee.label, span: fee.span });
  const amount = new Decimal(fee.amount).times(spans);
  return priced('recurring', fee.label, amount, `${plain(spans)} x ${fee.amount}`, rule, fee.source);
}

/** What a commitment adds when less than it was used: the missing quantity at the meter's own rate. */
function commitmentFee(
  commitment: Commitment,
  rule: string,
  lines: readonly BillLine[],
  context: BillContext,
): PricedFee | null {
  const { label, meter, term, source } = commitment;
  assume(context.assumptions, 'term_runs_on', { label, term });
  const committed = new Decimal(commitment.quantity).times(spansCovered(context, commitment.span, label));
  const used = sum(lines.filter((line) => line.meter === meter).map(({ quantity }) => new Decimal(quantity)));
  const missing = larger(ZERO, committed.minus(used));
  if (missing.isZero()) return null;
  const selection = selectRate(meter, context.card, context.meters, context.conditions, context.ms);
  if (!('rate' in selection)) {
    context.gaps.push(selection.gap(plain(missing)));
    return null;
  }
  if (selection.rate.state !== 'published') return null;
  const { value } = selection.rate.amount(missing);
  const formula = `${plain(missing)} unused of ${plain(committed)} at ${plain(selection.rate.price)} per ${selection.rate.per}`;
  return priced('commitment', label, value, formula, rule, source);
}

/** A fee and its amount. */
export function priced(
  kind: BillFee['kind'],
  label: string,
  amount: Decimal,
  formula: string,
  rule: string,
  source: string,
): PricedFee {
  return { fee: { kind, label, amount: plain(amount), formula, rule, source }, amount };
}
