import type { Conditions } from './condition.ts';
import { Decimal, type DecimalString, isDecimalString, ONE } from './decimal.ts';
import type { ExchangeRate } from './exchange.ts';
import { type Instant, parseInstant } from './instant.ts';
import type { Meters } from './meter.ts';
import type { EngineProblem } from './problem.ts';
import { STANDARD_METERS } from './standard-meters.ts';
import { checkConditions, readUsage, type Usage } from './usage.ts';

/** How to price: everything that is not the usage itself. */
export interface BillOptions {
  /** The moment whose rates hold: `2026-11-20`, or with a time and its offset. */
  readonly at: string;
  /** What all requests are asked for: `{service_tier: "batch"}`. */
  readonly when?: Conditions;
  /** False leaves out every charge beside the usage. */
  readonly fees?: boolean;
  /** The payment method, where the provider's terms differ by it. */
  readonly payment_method?: string;
  /** The size of each top-up; absent, just what is needed is bought. */
  readonly top_up?: DecimalString;
  /** The number of days over which the usage is spread; 1 when absent. Matters to daily rules only. */
  readonly days?: number;
  /** What the current billing period (a month, a year or once) saw before this bill, and what that cost; no day does. */
  readonly used_before?: { readonly usage?: Usage; readonly cost?: DecimalString };
  /** The currency to show totals in, and the rates that lead there. */
  readonly currency?: string;
  readonly exchange_rates?: readonly ExchangeRate[];
  /** The meters that usage may name; the standard ones when absent. */
  readonly meters?: Meters;
}

/** Options that have been read. */
export interface ReadOptions {
  readonly at: Instant;
  readonly when: Conditions;
  readonly topUp: Decimal | null;
  readonly days: Decimal;
  readonly usedBefore: ReadonlyMap<string, Decimal> | null;
  readonly costBefore: Decimal | null;
  readonly meters: Meters;
}

const MONEY = 'an amount of money such as "5" or "12.50"';
const NO_CONDITIONS: Conditions = {};

/** Reads the options; null where the moment cannot be read, with every problem found. */
export function readOptions(options: BillOptions, problems: EngineProblem[]): ReadOptions | null {
  const meters = options.meters ?? STANDARD_METERS;
  const at = parseInstant(options.at);
  if (!at) problems.push({ code: 'malformed_date', args: { value: options.at }, path: 'at' });
  const when = options.when ?? NO_CONDITIONS;
  checkConditions(when, 'when', problems);
  const malformed = (name: string, value: string, expected: string): void => {
    problems.push({ code: 'malformed_amount', args: { name, value, expected }, path: name });
  };
  const amount = (value: DecimalString | undefined, name: string): Decimal | null => {
    if (value === undefined) return null;
    if (isDecimalString(value)) return new Decimal(value);
    malformed(name, JSON.stringify(value), MONEY);
    return null;
  };
  const topUp = amount(options.top_up, 'top_up');
  if (topUp?.isZero()) malformed('top_up', '0', MONEY);
  const rates = options.exchange_rates ?? [];
  for (const [index, { from, to, rate }] of rates.entries()) {
    const path = `exchange_rates.${index}`;
    if (rates.findIndex((one) => one.from === from && one.to === to) < index) {
      problems.push({ code: 'repeated_exchange_rate', args: { from, to }, path });
    }
    if (isDecimalString(rate) && /[1-9]/.test(rate)) continue;
    malformed(`${path}.rate`, JSON.stringify(rate) ?? 'missing', 'a rate above zero such as "0.85"');
  }
  const days = options.days ?? 1;
  if (!Number.isSafeInteger(days) || days < 1) {
    malformed('days', String(days), 'a whole number of days from 1 up');
  }
  const before = options.used_before;
  const usedBefore = before?.usage ? readUsage(before.usage, meters, 'used_before.usage', problems) : null;
  const costBefore = amount(before?.cost, 'used_before.cost');
  if (!at) return null;
  const readDays = Number.isSafeInteger(days) ? new Decimal(days) : ONE;
  return { at, when, topUp, days: readDays, usedBefore, costBefore, meters };
}
