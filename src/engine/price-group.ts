import { assume } from './assumption.ts';
import { billedQuantity, blockWords } from './block.ts';
import type { Conditions } from './condition.ts';
import type { BillContext } from './context.ts';
import { type Decimal, plain, ZERO } from './decimal.ts';
import { multiply } from './multiplier.ts';
import { partition } from './partition.ts';
import { type Pieces, pieceFor } from './piece.ts';
import type { CardRate, PreparedRate } from './prepare.ts';
import type { EngineProblem } from './problem.ts';
import { hasRequestRule } from './request-rule.ts';
import { selectRate } from './select-rate.ts';
import { priceAt, type StepIndex, segments, stepReached } from './tier.ts';
import type { Counts } from './usage.ts';

/** Requests that are all alike, read and checked. */
export interface ReadGroup {
  readonly counts: Counts;
  readonly requests: Decimal;
  readonly conditions: Conditions;
  readonly path: string;
}

/** What one request uses of one rate. */
interface RequestShare {
  readonly rate: CardRate;
  readonly parts: Map<string, Decimal>;
  used: Decimal;
}

/**
 * Steps 2 to 4 for a group of equal requests: takes the counts apart, finds each part's rate, makes up blocks,
 * chooses the step of tiers that a request decides, and adds the result to the pieces. Returns what one of the
 * requests costs where the card has a rule for each request, else zero.
 */
export function priceGroup(group: ReadGroup, pieces: Pieces, context: BillContext, problems: EngineProblem[]): Decimal {
  const shares = shareOut(group, context, problems);
  const roundsRequests = hasRequestRule(context.card.period);
  let requestAmount = ZERO;
  for (const share of shares) {
    if (share.rate.state !== 'published') {
      addPiece(pieces, share, { step: null, quantity: share.used, whole: true }, group);
      continue;
    }
    const billed = billedQuantity(share.used, share.rate);
    if (share.rate.block) noteRequestRule(share, blockWords(share.rate), group, context);
    const steps = requestSteps(share.rate, billed, group, context);
    for (const [step, quantity] of steps) {
      addPiece(pieces, share, { step, quantity, whole: steps.length === 1 }, group);
      if (!roundsRequests) continue;
      const listed = priceAt(share.rate, step ?? -1).amount(quantity).value;
      requestAmount = requestAmount.plus(multiply(listed, share.rate, group.conditions, context).amount);
    }
  }
  return requestAmount;
}

function shareOut(group: ReadGroup, context: BillContext, problems: EngineProblem[]): Iterable<RequestShare> {
  const { card, meters, ms } = context;
  const { parts, inferred, unstatedOverlaps } = partition(group.counts.all, meters, `${group.path}.usage`, problems);
  for (const whole of inferred) assume(context.assumptions, 'whole_inferred', { whole });
  for (const [a, b] of unstatedOverlaps) assume(context.assumptions, 'overlap_assumed_none', { a, b });
  const shares = new Map<string, RequestShare>();
  for (const [meter, quantity] of parts) {
    if (quantity.isZero()) continue;
    const selection = selectRate(meter, card, meters, group.conditions, ms);
    if (!('rate' in selection)) {
      if (group.counts.stated.has(meter) && meters.get(meter)?.implied === undefined && !group.requests.isZero()) {
        context.gaps.push(selection.gap(plain(quantity.times(group.requests))));
      }
      continue;
    }
    const { rate } = selection;
    let share = shares.get(rate.path);
    if (!share) {
      share = { rate, parts: new Map(), used: ZERO };
      shares.set(rate.path, share);
    }
    share.parts.set(meter, quantity);
    share.used = share.used.plus(quantity);
  }
  return shares.values();
}

/** The steps that one request pays with the quantity in each; a null step is decided by the period. */
function requestSteps(
  rate: PreparedRate,
  quantity: Decimal,
  group: ReadGroup,
  context: BillContext,
): [StepIndex | null, Decimal][] {
  const { tiers, steps } = rate;
  if (!tiers) return [[-1, quantity]];
  if (tiers.kind === 'cliff') {
    const count = wholeCount(tiers.subject, group, context);
    noteEqualRequests(group, `the tier by ${tiers.subject}`, context);
    return [[stepReached(count, steps, tiers.boundary), quantity]];
  }
  if (tiers.kind === 'graduated' && tiers.span === 'request') {
    noteEqualRequests(group, `the tier by ${rate.rate.meter}`, context);
    return segments(quantity, ZERO, steps).map(({ step, quantity: inStep }) => [step, inStep]);
  }
  return [[null, quantity]];
}

/** A meter's whole count in one request; where it was not stated, the sum of its stated parts. */
export function wholeCount(meter: string, group: ReadGroup, context: BillContext): Decimal {
  const stated = group.counts.all.get(meter);
  if (stated) return stated;
  const { parts } = partition(group.counts.all, context.meters, group.path, []);
  let total = ZERO;
  for (const id of context.meters.get(meter)?.descendants ?? []) total = total.plus(parts.get(id) ?? ZERO);
  return total;
}

/** Adds a share, or the part of it that lies in one step, for every request of the group. */
function addPiece(
  pieces: Pieces,
  share: RequestShare,
  { step, quantity, whole }: { step: StepIndex | null; quantity: Decimal; whole: boolean },
  group: ReadGroup,
): void {
  const piece = pieceFor(pieces, share.rate, step, group.conditions);
  piece.quantity = piece.quantity.plus(quantity.times(group.requests));
  piece.used = piece.used.plus((whole ? share.used : quantity).times(group.requests));
  if (!whole) return;
  for (const [meter, part] of share.parts) {
    piece.parts.set(meter, (piece.parts.get(meter) ?? ZERO).plus(part.times(group.requests)));
  }
}

function noteEqualRequests(group: ReadGroup, rule: string, context: BillContext): void {
  if (group.requests.gt(1)) assume(context.assumptions, 'equal_requests', { requests: plain(group.requests), rule });
}

function noteRequestRule(share: RequestShare, rule: string, group: ReadGroup, context: BillContext): void {
  const { meter } = share.rate.rate;
  if (group.requests.gt(1) && !share.used.isInteger()) {
    assume(context.assumptions, 'mean_quantity', { meter, quantity: plain(share.used), rule });
  } else noteEqualRequests(group, rule, context);
}
