import type { Bill } from '../engine/bill.ts';
import { Decimal, plain } from '../engine/decimal.ts';
import type { Gap } from '../engine/gap.ts';
import type { EngineProblem } from '../engine/problem.ts';
import type { BillOptions } from '../engine/read-options.ts';
import { assumeWork, type WorkAssumption } from './assumption.ts';
import { checkWork } from './check-point.ts';
import { noteCreditLife } from './credit-life.ts';
import { type FailingEnd, failingEnds } from './failing-ends.ts';
import type { CannotDo, WorkOffer } from './limits.ts';
import { type FromPreset, noteMonths, noteWork } from './note-work.ts';
import { pointAt } from './point.ts';
import type { PricedMonth, Pricing } from './price-month.ts';
import { pricePoint } from './price-point.ts';
import { WorkloadError } from './problem.ts';
import { type ReadWork, readWorkload } from './read-workload.ts';
import { type Driver, type Spread, spreadOf } from './spread.ts';
import { type EstimateStep, stepsOfMonth } from './steps.ts';
import { totalOf } from './total.ts';
import { type WayToPay, waysToPay } from './ways-to-pay.ts';
import type { Kind, Workload } from './workload.ts';

/** How to price work: as a bill, and where to find the offers that its parts name. */
export interface WorkOptions extends BillOptions {
  readonly offers?: (id: string) => WorkOffer | undefined;
  /** What the work took from a preset, to be said aloud. */
  readonly preset?: FromPreset;
}

export interface EstimateMonth {
  readonly month: number;
  readonly at: string;
  readonly volume: string;
  readonly requests: string;
  readonly total: string | null;
}

/** What work costs on an offer: a range, the months, and the reasons. Amounts are in `currency`. */
export interface Estimate {
  readonly schema: 'ratecard.estimate/1';
  readonly offer: string;
  readonly name: string | null;
  readonly kind: Kind;
  readonly currency: string;
  /**
   * Over all months; null where something has no price, or the offer cannot do the work. Low and high are null where
   * that is so at some end of a range only: see `failing_ends`.
   */
  readonly total: { readonly low: string | null; readonly expected: string; readonly high: string | null } | null;
  readonly failing_ends: readonly FailingEnd[];
  /** The months at the expected value of each input. */
  readonly months: readonly EstimateMonth[];
  /** The inputs that are ranges, by how much each moves the total. */
  readonly drivers: readonly Driver[];
  /** The requests of the first month, turn by turn. */
  readonly steps: readonly EstimateStep[];
  /** The bills of the first month: one for each offer that takes part. */
  readonly bills: readonly Bill[];
  readonly gaps: readonly (Gap & { readonly offer: string })[];
  readonly cannot: readonly CannotDo[];
  readonly problems: readonly EngineProblem[];
  /** How the credit for months like the first can be bought on the offer, the cheapest first. */
  readonly ways_to_pay: readonly WayToPay[];
  readonly assumptions: readonly WorkAssumption[];
  readonly left_out: readonly WorkAssumption[];
  readonly complete: boolean;
}

/**
 * What work costs on an offer.
 *
 * A chat of 3 turns with 100 tokens in and out each reads 100 + 300 + 500 = 900 and writes 300 tokens; at 3 and 15 for
 * a million that is 0.0027 + 0.0045 = 0.0072 for each conversation:
 * `estimate(offer, {kind: 'chat', conversations: 1, turns: 3, system_tokens: 0, message_tokens: 100,
 * answer_tokens: 100, history: 'all'}, {at: '2026-11-20'}).total.expected === '0.0072'`.
 *
 * Throws a {@link WorkloadError} that holds every problem of the description.
 */
export function estimate(offer: WorkOffer, workload: Workload, options: WorkOptions): Estimate {
  return estimateRead(requireWork(workload), pricingOf(offer, options), options.preset ?? null);
}

/** Reads and checks a workload; throws with every problem. */
export function requireWork(workload: Workload): ReadWork {
  const read = readWorkload(workload);
  if ('problems' in read) throw new WorkloadError(read.problems);
  const problems = checkWork(read.work);
  if (problems.length > 0) throw new WorkloadError(problems);
  return read.work;
}

/** The bill's own options, and where offers are found. */
export function pricingOf(offer: WorkOffer, { offers, preset: _, ...options }: WorkOptions): Pricing {
  return { offer, find: offers ?? (() => undefined), options };
}

/** The estimate of work that has been read. */
export function estimateRead(work: ReadWork, pricing: Pricing, preset: FromPreset | null): Estimate {
  const point = pointAt(work, new Map());
  const priced = pricePoint(point, pricing);
  const spread = spreadOf(work, (one) => (one === point ? priced.total : totalOf(one, pricing)));
  const assumptions: WorkAssumption[] = [];
  noteWork(work, point, preset, assumptions);
  noteMonths(priced.months, point, pricing, assumptions);
  const [first] = priced.months;
  const bills = first?.bills ?? [];
  const ways = waysOf(pricing, bills, priced.months.length);
  if (ways.length > 0) noteCreditLife(pricing.offer, assumptions);
  if (spread && spread.drivers.length > 0) assumeWork(assumptions, 'range_corners', {});
  const gaps = priced.months.flatMap((month) =>
    month.bills.flatMap((bill) => bill.gaps.map((gap) => ({ ...gap, offer: bill.offer }))),
  );
  return {
    schema: 'ratecard.estimate/1',
    offer: pricing.offer.id,
    name: work.name,
    kind: work.kind,
    currency: first?.currency ?? pricing.options.currency ?? pricing.offer.currency,
    total: spread ? totalsOf(spread) : expectedOnly(priced.total),
    failing_ends: spread || priced.total === null ? [] : failingEnds(work, pricing),
    months: priced.months.map(monthRow),
    drivers: spread?.drivers ?? [],
    steps: first ? stepsOfMonth(first) : [],
    bills,
    gaps,
    cannot: distinct(
      priced.months.flatMap(({ cannot }) => cannot),
      ({ offer, code }) => `${offer} ${code}`,
    ),
    problems: distinct(
      priced.months.flatMap(({ problems }) => problems),
      (problem) => JSON.stringify(problem),
    ),
    ways_to_pay: ways,
    assumptions,
    left_out: leftOut(first),
    complete: spread !== null,
  };
}

function expectedOnly(total: Decimal | null): Estimate['total'] {
  return total && { low: null, expected: plain(total), high: null };
}

function totalsOf({ low, expected, high }: Spread): { low: string; expected: string; high: string } {
  return { low: plain(low), expected: plain(expected), high: plain(high) };
}

/** Ways to pay for a year, or the months that are looked at if more, of spending as in the first. */
function waysOf({ offer, options }: Pricing, bills: readonly Bill[], months: number): WayToPay[] {
  const bill = bills.find((one) => one.offer === offer.id);
  if (!bill || bill.total === null || options.fees === false) return [];
  const credit = bill.fees
    .filter(({ kind }) => kind === 'top_up')
    .reduce((rest, { amount }) => rest.minus(amount), new Decimal(bill.total));
  return credit.gt(0) ? waysToPay(offer, plain(credit), Math.max(months, MONTHS_OF_PAYING)) : [];
}

const MONTHS_OF_PAYING = 12;

function monthRow({ plan, total, bills }: PricedMonth): EstimateMonth {
  const requests = bills.reduce((all, bill) => all + BigInt(bill.requests), 0n);
  return {
    month: plan.month,
    at: plan.at,
    volume: plain(plan.volume),
    requests: String(requests),
    total: total === null ? null : plain(total),
  };
}

function leftOut(month: PricedMonth | undefined): WorkAssumption[] {
  const list: WorkAssumption[] = [];
  for (const { label, requests } of month?.leftOut ?? []) {
    assumeWork(list, 'role_left_out', { what: label, requests: plain(requests) });
  }
  assumeWork(list, 'taxes_left_out', {});
  assumeWork(list, 'running_left_out', {});
  return list;
}

function distinct<T>(list: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(list.map((one) => [key(one), one])).values()];
}
