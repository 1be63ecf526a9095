import { assume } from './assumption.ts';
import { billedQuantity, blockWords } from './block.ts';
import type { BillContext } from './context.ts';
import { wholeOf } from './counts-apart.ts';
import { type Decimal, ONE, plain, ZERO } from './decimal.ts';
import { multiply } from './multiplier.ts';
import { add, type Pieces, pieceFor } from './piece.ts';
import type { CardRate, PreparedRate } from './prepare.ts';
import type { RequestGroup } from './request-group.ts';
import { addRequests, type RequestTotals, requestRules, totalsFor } from './request-rule.ts';
import { priceAt, type StepIndex, segments, stepReached } from './tier.ts';

/** What requests came to, before anything that only their sum decides. */
export interface RatedRequests {
  readonly pieces: Pieces;
  readonly totals: Map<string, RequestTotals>;
}

/** What one request uses of one rate: the positions of the meters in its plan, and their sum. */
interface RequestShare {
  readonly rate: CardRate;
  readonly members: readonly number[];
  readonly used: Decimal;
}

/**
 * Steps 3, 4 and 8 for a group of equal requests: makes up blocks, chooses the step of tiers that a request
 * decides, and adds the result to what has been rated.
 */
export function priceGroup(group: RequestGroup, { pieces, totals }: RatedRequests, context: BillContext): void {
  const rules = requestRules(context.card.period, group.conditions, context.at.ms);
  let cost = ZERO;
  let inexact = 0;
  noteGaps(group, context);
  for (const { rate, members, unstatedSubject } of group.plan.shares) {
    let used = ZERO;
    for (const member of members) used = add(used, group.parts[member] ?? ZERO);
    if (used.isZero()) continue;
    noteSubject(rate, unstatedSubject, context);
    const share = { rate, members, used };
    if (rate.state !== 'published') {
      addPiece(pieces, share, { step: null, quantity: used, whole: true }, group);
      continue;
    }
    const billed = billedQuantity(used, rate);
    if (rate.block) noteRequestRule(group, blockWords(rate), rate.rate.meter, used, context);
    const steps = requestSteps(rate, billed, group, context);
    for (const [step, quantity] of steps) {
      addPiece(pieces, share, { step, quantity, whole: steps.length === 1 }, group);
      if (!rules) continue;
      const listed = priceAt(rate, step ?? -1).amount(quantity);
      if (listed.rounded) inexact += 1;
      cost = cost.plus(multiply(listed.value, rate, group.conditions, context).amount);
      noteRequestRule(group, 'the rule for each request', rate.rate.meter, used, context);
    }
  }
  if (rules) addRequests(totalsFor(totals, group.conditions), rules, cost, inexact, group.requests);
}

/** Parts without a rate are gaps; those that a request merely implies, where they are surely charged for. */
function noteGaps({ plan, parts, requests, stated }: RequestGroup, { gaps }: BillContext): void {
  for (const { member, gap, certain } of plan.gaps) {
    const part = parts[member] ?? ZERO;
    const id = plan.overlaps.ids[member] ?? '';
    if (!certain && !stated.has(id)) continue;
    if (!part.isZero() && !requests.isZero()) gaps.push(gap(plain(part.times(requests))));
  }
}

/** Says that a tier was chosen by a count of which nothing was stated. */
export function noteSubject({ rate }: CardRate, subject: string | null, { assumptions }: BillContext): void {
  if (subject !== null) assume(assumptions, 'subject_not_stated', { label: rate.label ?? rate.meter, subject });
}

/** The steps that one request pays with the quantity in each; a null step is decided by the period. */
function requestSteps(
  rate: PreparedRate,
  quantity: Decimal,
  group: RequestGroup,
  context: BillContext,
): [StepIndex | null, Decimal][] {
  const { tiers, steps } = rate;
  if (!tiers) return [[-1, quantity]];
  if (tiers.kind === 'cliff') {
    const count = wholeOf(tiers.subject, group);
    noteRequestRule(group, `the tier by ${tiers.subject}`, tiers.subject, count, context);
    return [[stepReached(count, steps, tiers.boundary), quantity]];
  }
  if (tiers.span === 'request') {
    noteRequestRule(group, `the tier by ${rate.rate.meter}`, rate.rate.meter, quantity, context);
    return segments(quantity, ZERO, steps).map(({ step, quantity: inStep }) => [step, inStep]);
  }
  return [[null, quantity]];
}

/** Adds a share, or the part of it that lies in one step, for every request of the group. */
function addPiece(
  pieces: Pieces,
  share: RequestShare,
  { step, quantity, whole }: { step: StepIndex | null; quantity: Decimal; whole: boolean },
  { requests, conditions, plan, parts }: RequestGroup,
): void {
  const times = (count: Decimal): Decimal => (requests === ONE ? count : count.times(requests));
  const piece = pieceFor(pieces, share.rate, step, conditions);
  const billed = times(quantity);
  const used = whole ? share.used : quantity;
  piece.quantity = add(piece.quantity, billed);
  piece.used = add(piece.used, used === quantity ? billed : times(used));
  if (!whole) return;
  for (const member of share.members) {
    const meter = plan.overlaps.ids[member] ?? '';
    const part = parts[member] ?? ZERO;
    if (meter === share.rate.rate.meter || part.isZero()) continue;
    piece.folded.set(meter, add(piece.folded.get(meter) ?? ZERO, times(part)));
  }
}

/** Says that a rule for each request was applied to requests that are all alike, or to a mean. */
function noteRequestRule(group: RequestGroup, rule: string, meter: string, count: Decimal, context: BillContext): void {
  if (group.requests === ONE || group.requests.lte(1)) return;
  const { requests, group: number } = { requests: plain(group.requests), group: group.number };
  if (count.isInteger()) assume(context.assumptions, 'equal_requests', { requests, rule, group: number });
  else assume(context.assumptions, 'mean_quantity', { meter, quantity: plain(count), rule });
}
