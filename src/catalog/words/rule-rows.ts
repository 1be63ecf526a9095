import { durationWords } from '../../engine/duration-words.ts';
import type { Meters } from '../../engine/meter.ts';
import type { Period } from '../../engine/rate-card.ts';
import { MODE_WORDS } from '../../engine/rounding.ts';
import { conditionWords } from './condition-words.ts';
import { groupDigits, money } from './money.ts';
import type { RateRow } from './rate-row.ts';
import { SPAN } from './span-words.ts';

/** Every rule of a period that is not a rate, as rows. */
export function ruleRows(period: Period, path: string, currency: string, meters: Meters): RateRow[] {
  const row = (type: string, spec: string, rate: string, at: string, source: string, reading?: string): RateRow => ({
    kind: 'rule',
    type,
    spec,
    rate,
    path: at,
    source,
    ...(reading === undefined ? {} : { reading }),
  });
  const names = (ids: readonly string[] | undefined): string =>
    ids ? ids.map((id) => meters.get(id)?.many ?? id).join(', ') : 'everything';
  const rules: RateRow[] = [];
  for (const [i, rule] of (period.multipliers ?? []).entries()) {
    const spec = [names(rule.meters), conditionWords(rule.when)].filter(Boolean).join(', ');
    rules.push(row(rule.label, spec, `x ${rule.factor}`, `${path}/multipliers/${i}`, rule.source, rule.reading));
  }
  for (const [i, rule] of (period.allowances ?? []).entries()) {
    const spec = [names(rule.meters), conditionWords(rule.when)].filter(Boolean).join(', ');
    const rate = `${groupDigits(rule.quantity)} free ${SPAN[rule.span]}`;
    rules.push(row(rule.label, spec, rate, `${path}/allowances/${i}`, rule.source, rule.reading));
  }
  if (period.request_rounding) {
    const { increment, mode, source, label, reading } = period.request_rounding;
    const rate = `${MODE_WORDS[mode]} to ${money(increment, currency)}`;
    rules.push(row(label ?? 'Rounding', 'each request', rate, `${path}/request_rounding`, source, reading));
  }
  if (period.request_minimum) {
    const { amount, source, label, reading } = period.request_minimum;
    const rate = `at least ${money(amount, currency)}`;
    rules.push(row(label ?? 'Minimum', 'each request', rate, `${path}/request_minimum`, source, reading));
  }
  for (const [i, fee] of (period.fees ?? []).entries()) {
    const at = `${path}/fees/${i}`;
    const condition = conditionWords(fee.when);
    if (fee.kind === 'recurring') {
      rules.push(
        row(fee.label, condition, `${money(fee.amount, currency)} ${SPAN[fee.span]}`, at, fee.source, fee.reading),
      );
      continue;
    }
    const above = fee.above ? ` above ${money(fee.above.amount, currency)} ${SPAN[fee.above.span]}` : '';
    const spec = [`of ${fee.base === 'list_cost' ? 'list' : 'usage'} cost${above}`, condition]
      .filter(Boolean)
      .join(', ');
    rules.push(row(fee.label, spec, `${fee.percent}%`, at, fee.source, fee.reading));
  }
  if (period.invoice_rounding) {
    const { increment, mode, source, label, reading } = period.invoice_rounding;
    const rate = `${MODE_WORDS[mode]} to ${money(increment, currency)}`;
    rules.push(row(label ?? 'Rounding', 'the invoice', rate, `${path}/invoice_rounding`, source, reading));
  }
  for (const [i, rule] of (period.minimums ?? []).entries()) {
    const rate = `at least ${money(rule.amount, currency)} ${SPAN[rule.span]}`;
    rules.push(row(rule.label, conditionWords(rule.when), rate, `${path}/minimums/${i}`, rule.source, rule.reading));
  }
  for (const [i, rule] of (period.commitments ?? []).entries()) {
    const rate = `at least ${groupDigits(rule.quantity)} ${SPAN[rule.span]}, for ${durationWords(rule.term)}`;
    rules.push(row(rule.label, names([rule.meter]), rate, `${path}/commitments/${i}`, rule.source, rule.reading));
  }
  for (const [i, rule] of (period.credits ?? []).entries()) {
    const rate = `${money(rule.amount, currency)} given ${SPAN[rule.span]}`;
    rules.push(row(rule.label, conditionWords(rule.when), rate, `${path}/credits/${i}`, rule.source, rule.reading));
  }
  return rules;
}
