import { type When, whenWords } from '../../engine/condition.ts';
import type { Meters } from '../../engine/meter.ts';
import type { Period, PublishedRate, Rate, Span, Tiers } from '../../engine/rate-card.ts';
import { MODE_WORDS } from '../../engine/rounding.ts';
import type { CatalogOffer } from '../catalog.ts';
import { capital } from './capital.ts';
import { dateWords } from './date.ts';
import { feeWords } from './fee-words.ts';
import { groupDigits, money } from './money.ts';

/** A row of a rate card as a reader sees it: what is charged for, how it is counted, what it costs. */
export interface RateRow {
  /** `rate`, a `tier` of the rate above it, or another `rule` of the card. */
  readonly kind: 'rate' | 'tier' | 'rule';
  readonly type: string;
  readonly spec: string;
  readonly rate: string;
  /** Where in the offer it stands. */
  readonly path: string;
  readonly source: string;
  readonly reading?: string;
}

const SPAN: Record<Span, string> = { day: 'a day', month: 'a month', year: 'a year', once: 'once' };

/** Every rate and rule of a period, and the offer's terms of payment, as rows. */
export function rateRows(offer: CatalogOffer, period: Period, meters: Meters): RateRow[] {
  const path = `periods/${offer.periods.indexOf(period)}`;
  const { currency } = offer;
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
  const rates = period.rates.flatMap((rate, i) => rowsOfRate(rate, `${path}/rates/${i}`, currency, meters));
  return [...rates, ...rules, ...fundingRows(offer)];
}

function rowsOfRate(rate: Rate, path: string, currency: string, meters: Meters): RateRow[] {
  const meter = meters.get(rate.meter);
  const head = {
    kind: 'rate' as const,
    type: rate.label ?? capital(meter?.many ?? rate.meter),
    path,
    source: rate.source,
    ...(rate.reading === undefined ? {} : { reading: rate.reading }),
  };
  const condition = conditionWords(rate.when);
  if (rate.state === 'included') return [{ ...head, spec: rate.spec ?? condition, rate: 'included' }];
  if (rate.state === 'unpublished') {
    return [
      { ...head, spec: rate.spec ?? condition, rate: rate.behind === 'plan' ? 'with a plan only' : 'not published' },
    ];
  }
  const { size, minimum } = rate.block ?? {};
  const blocks = [
    ...(size === undefined ? [] : [`in started blocks of ${groupDigits(size)}`]),
    ...(minimum === undefined ? [] : [`at least ${groupDigits(minimum)} a request`]),
  ];
  const spec = [rate.spec ?? perWords(rate, meters), ...blocks, condition].filter(Boolean).join(', ');
  const tiers = (rate.tiers?.steps ?? []).map((step, index) => ({
    ...head,
    kind: 'tier' as const,
    type: tierWords(rate, index, meters),
    spec: '',
    rate: money(step.price, currency),
    path: `${path}/tiers/steps/${index}`,
  }));
  return [{ ...head, spec, rate: money(rate.price, currency) }, ...tiers];
}

/** `per 1M input tokens`, `per web search`. */
export function perWords(rate: Pick<PublishedRate, 'per' | 'meter'>, meters: Meters): string {
  return `per ${unitWords(rate, meters)}`;
}

/** What a price buys: `1M input tokens`, `web search`. */
export function unitWords({ per, meter }: Pick<PublishedRate, 'per' | 'meter'>, meters: Meters): string {
  const words = meters.get(meter);
  if (per === 1) return words?.one ?? meter;
  const size = per % 1_000_000 === 0 ? `${per / 1_000_000}M` : groupDigits(String(per));
  return `${size} ${words?.many ?? meter}`;
}

const REACHED: Record<Tiers['kind'], (subject: string, tiers: Tiers) => string> = {
  cliff: (subject) => ` ${subject} in the request, for all of it`,
  volume: (subject, tiers) => ` ${subject} ${'span' in tiers ? SPAN[tiers.span as Span] : ''}, for all of them`,
  graduated: (subject, tiers) =>
    ` ${subject}${'span' in tiers && tiers.span !== 'request' ? ` ${SPAN[tiers.span]}` : ' in the request'}, for the part above`,
};

/** `over 200,000 input tokens in the request, for all of it`. */
function tierWords(rate: PublishedRate, index: number, meters: Meters): string {
  const { tiers } = rate;
  const step = tiers?.steps[index];
  if (!tiers || !step) return '';
  const subject = tiers.kind === 'graduated' ? rate.meter : tiers.subject;
  const from = tiers.kind !== 'graduated' && tiers.boundary === 'inclusive' ? 'from' : 'over';
  return `${from} ${groupDigits(step.over)}${REACHED[tiers.kind](meters.get(subject)?.many ?? subject, tiers)}`;
}

function fundingRows({ funding = [], currency }: CatalogOffer): RateRow[] {
  return funding.flatMap(({ method, fee, purchase, expiry, source }, index): RateRow[] => {
    const by = method === 'any' ? '' : `by ${method}`;
    const path = `funding/${index}`;
    const bounds = [
      ...(purchase?.minimum === undefined ? [] : [`from ${money(purchase.minimum, currency)}`]),
      ...(purchase?.maximum === undefined ? [] : [`to ${money(purchase.maximum, currency)}`]),
      ...(purchase?.step === undefined ? [] : [`in steps of ${money(purchase.step, currency)}`]),
    ].join(' ');
    const head = { kind: 'rule' as const, path, source };
    return [
      ...(fee
        ? [
            {
              ...head,
              type: 'Fee at credit top-up',
              spec: [by, CHARGED[fee.charged]].filter(Boolean).join(', '),
              rate: feeWords(fee, currency),
            },
          ]
        : []),
      ...(bounds ? [{ ...head, type: 'Credit purchase', spec: by, rate: bounds }] : []),
      ...(expiry
        ? [
            {
              ...head,
              type: 'Unused credit',
              spec: by,
              rate: `${expiry.certainty} expire after ${durationWords(expiry.after)}`,
            },
          ]
        : []),
    ];
  });
}

const CHARGED = {
  on_top: 'on top of the credit',
  inside: 'taken out of the charge',
  unstated: 'on top or inside: not stated',
};

/** A rule's conditions in words: `when service tier batch, from 1 Jan 2027`. */
function conditionWords(when: When | undefined): string {
  if (!when) return '';
  const { dates, ...rest } = when;
  const parts = [
    ...(whenWords(rest) ? [`when ${whenWords(rest)}`] : []),
    ...(dates?.from ? [`from ${dateWords(dates.from)}`] : []),
    ...(dates?.until ? [`until ${dateWords(dates.until)}`] : []),
  ];
  return parts.join(', ');
}

const UNITS: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** `P1Y` as `1 year`. */
export function durationWords(duration: string): string {
  const [, count = '', unit = ''] = /^P(\d+)([DWMY])$/.exec(duration) ?? [];
  return `${count} ${UNITS[unit]}${count === '1' ? '' : 's'}`;
}
