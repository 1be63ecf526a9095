import type { Assumption } from './assumption.ts';
import { assume } from './assumption.ts';
import type { Conditions } from './condition.ts';
import type { CountsApart } from './counts-apart.ts';
import { type Decimal, ONE, plain } from './decimal.ts';
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
  /** What was used in the period before this bill; null when nobody said. */
  readonly usedBefore: CountsApart | null;
  readonly costBefore: Decimal | null;
  readonly assumptions: Assumption[];
  readonly gaps: Gap[];
}

/** How many spans the bill covers; says what is assumed of them. */
export function spansCovered(context: BillContext, span: Span, label: string): Decimal {
  if (span !== 'day') return ONE;
  assume(context.assumptions, 'days_in_span', { label, days: plain(context.days) });
  return context.days;
}

/** Notes that a rule over a span was applied as if the bill stood at its beginning, where nothing else is known. */
export function assumeSpanStart(context: BillContext, known: unknown, span: Span, label: string): void {
  if (known === null && span !== 'day') assume(context.assumptions, 'nothing_used_before', { label, span });
}

/** Repeats on the bill what was read into a rule rather than printed. */
export function noteReading({ reading }: Rule, label: string, { assumptions }: BillContext): void {
  if (reading !== undefined) assume(assumptions, 'rate_reading', { label, reading });
}
