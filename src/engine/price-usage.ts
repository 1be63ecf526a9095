import type { Bill } from './bill.ts';
import { cardProblems } from './card-mark.ts';
import type { Conditions } from './condition.ts';
import type { BillContext } from './context.ts';
import { takeApart, wholeOf } from './counts-apart.ts';
import { type Decimal, ZERO } from './decimal.ts';
import { unknownMeters } from './named-meters.ts';
import { noteStart } from './note-start.ts';
import type { Offer } from './offer.ts';
import { periodAt } from './period-at.ts';
import { add } from './piece.ts';
import { preparePeriod } from './prepare.ts';
import { priceGroup, type RatedRequests } from './price-group.ts';
import { type EngineProblem, RatecardError } from './problem.ts';
import { type BillOptions, type ReadOptions, readOptions } from './read-options.ts';
import { type RequestGroup, readGroup } from './request-group.ts';
import { settle } from './settle.ts';
import type { UsageGroup } from './usage.ts';
import { usagePlan } from './usage-plan.ts';

/**
 * The bill for groups of equal requests on an offer.
 *
 * 1,000 requests on an offer at 0.0019 per message are one line of 1000 x 0.0019 = 1.9:
 * `priceUsage(offer, [{ requests: 1000, usage: {} }], { at: '2026-11-20' }).total === '1.9'`.
 *
 * Usage that the card gives no price for becomes a gap, and a bill with a gap has no total. What cannot be read
 * at all throws a {@link RatecardError} that holds every problem. The offer is one of the catalog, or has gone through
 * `readCard`.
 */
export function priceUsage(offer: Offer, groups: readonly UsageGroup[], options: BillOptions): Bill {
  const result = tryPriceUsage(offer, groups, options);
  if ('problems' in result) throw new RatecardError(result.problems);
  return result.bill;
}

/** {@link priceUsage} without the throwing: the bill, or every problem with what was given. */
export function tryPriceUsage(
  offer: Offer,
  groups: readonly UsageGroup[],
  options: BillOptions,
): { readonly bill: Bill } | { readonly problems: readonly EngineProblem[] } {
  const problems: EngineProblem[] = [];
  const read = readOptions(options, problems);
  if (!read) return { problems };
  const context = openBill(offer, read, problems);
  if (!context) return { problems };
  const requestGroups: RequestGroup[] = [];
  for (const [index, group] of groups.entries()) {
    const readOne = readGroup(group, `groups.${index}`, read, context, problems, groups.length > 1 ? index + 1 : null);
    if (readOne) requestGroups.push(readOne);
  }
  if (problems.length > 0) return { problems };

  const rated: RatedRequests = { pieces: new Map(), totals: new Map() };
  let requests = ZERO;
  const met: Conditions[] = [];
  for (const group of requestGroups) {
    const { conditions } = group;
    if (group.requests.isZero()) continue;
    if (!context.asked.includes(conditions)) context.asked.push(conditions);
    priceGroup(group, rated, context);
    requests = add(requests, group.requests);
    if (!met.includes(conditions)) met.push(conditions);
  }
  const counted = (meter: string): Decimal =>
    requestGroups.reduce((sum, group) => sum.plus(wholeOf(meter, group).times(group.requests)), ZERO);
  const bill = settle({ ...rated, requests, met, counted }, context, options, read, problems);
  return bill ? { bill } : { problems };
}

/** Step 1: finds the period in force and opens a bill on it. */
export function openBill(offer: Offer, read: ReadOptions, problems: EngineProblem[]): BillContext | null {
  const found = cardProblems(offer) ?? [{ code: 'card_unread', args: { offer: offer.id }, path: 'offer' } as const];
  if (found.length > 0) {
    problems.push(...found);
    return null;
  }
  const index = periodAt(offer.periods, read.at.ms);
  const period = offer.periods[index];
  if (!period) {
    const first = offer.periods[0]?.from ?? null;
    const last = offer.periods.at(-1)?.until ?? null;
    problems.push({ code: 'no_period', args: { offer: offer.id, at: read.at.text, first, last }, path: 'at' });
    return null;
  }
  const { at, costBefore, meters, days, when } = read;
  const card = preparePeriod(period, index);
  const unknown = unknownMeters(offer, period, card.path, meters);
  if (unknown.length > 0) {
    problems.push(...unknown);
    return null;
  }
  const before = read.usedBefore;
  const usedBefore =
    before &&
    takeApart(before, usagePlan([...before.keys()], card, meters, when, at.ms), 'used_before.usage', problems);
  const none = { assumptions: [], gaps: [] };
  const context: BillContext = { offer, card, meters, at, when, asked: [when], days, usedBefore, costBefore, ...none };
  noteStart(context);
  return context;
}
