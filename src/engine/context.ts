import type { Assumption } from './assumption.ts';
import { assume } from './assumption.ts';
import type { Conditions } from './condition.ts';
import type { CountsApart } from './counts-apart.ts';
import { type Decimal, ONE, plain, ZERO } from './decimal.ts';
import type { Gap } from './gap.ts';
import type { Instant } from './instant.ts';
import type { Meters } from './meter.ts';
import type { Offer } from './offer.ts';
import type { PreparedPeriod } from './prepare.ts';
import type { Rule, Span } from './rate-card.ts';

/** What stays the same while one bill is made, and what is noted along the way. */
export interface BillContext {
  readonly offer: Offer;
  readonly card: PreparedPeriod;
  readonly meters: Meters;
  readonly at: Instant;
  /** What the whole bill is asked for, then what each group is, laid over it. */
  readonly asked: Conditions[];
  /** The number of days over which the usage is spread. */
  readonly days: Decimal;
  /** What was used in the billing period before this bill; null when nobody said. */
  readonly usedBefore: CountsApart | null;
  /** What the whole bill is asked for, and what was used before it. */
  readonly when: Conditions;
  readonly costBefore: Decimal | null;
  readonly assumptions: Assumption[];
  readonly gaps: Gap[];
}

/** The most days that a span has. */
const MOST_DAYS = { month: 31, year: 366, once: Number.POSITIVE_INFINITY } as const;

/** How many spans the bill covers; says what is assumed of them. */
export function spansCovered(context: BillContext, span: Span, label: string): Decimal {
  if (span !== 'day') {
    const most = MOST_DAYS[span];
    if (context.days.gt(most))
      assume(context.assumptions, 'one_span_for_days', { label, span, days: plain(context.days) });
    return ONE;
  }
  assume(context.assumptions, 'days_in_span', { label, days: plain(context.days) });
  return context.days;
}

/** What was used before that a rule over a span counts: nothing by the day; unknown is nothing, and is said. */
export function usedBeforeIn(context: BillContext, span: Span, label: string): CountsApart | null {
  if (span === 'day') return null;
  if (!context.usedBefore) assume(context.assumptions, 'nothing_used_before', { label, span });
  return context.usedBefore;
}

/** What was charged before that a rule over a span counts: nothing by the day; unknown is nothing, and is said. */
export function costBeforeIn(context: BillContext, span: Span, label: string): Decimal {
  if (span === 'day') return ZERO;
  if (!context.costBefore) assume(context.assumptions, 'nothing_spent_before', { label, span });
  return context.costBefore ?? ZERO;
}

/** Repeats on the bill what was read into a rule rather than printed. */
export function noteReading({ reading }: Rule, label: string, { assumptions }: BillContext): void {
  if (reading !== undefined) assume(assumptions, 'rate_reading', { label, reading });
}
