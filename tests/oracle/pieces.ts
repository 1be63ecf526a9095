import type { Period, PublishedRate, Rate } from '../../src/engine/index.ts';
import type { Situation } from './conditions.ts';
import { type Counted, wholeOf } from './counts.ts';
import { add, multiply, ONE, type Rational, total, ZERO } from './rational.ts';
import type { Request } from './request.ts';
import { type Slice, slices, stepReached } from './steps.ts';

/** The quantity at one step of one rate under one set of conditions: step 9's line before it is priced. */
export interface Piece {
  readonly rate: number;
  readonly step: number;
  /** Any request of that set of conditions. */
  readonly request: Request;
  readonly quantity: Rational;
}

/** What surrounds the bill: days, and the usage before it. */
export interface Around {
  readonly days: Rational;
  /** The situation of the whole bill, in which what was used before was used. */
  readonly at: Situation;
  readonly before: Counted;
  /** What fell to each rate before. */
  readonly billedBefore: (rate: number) => Rational;
}

/** Whether a rate has a price. */
export function isPublished(rate: Rate | undefined): rate is PublishedRate {
  return rate !== undefined && (rate.state === undefined || rate.state === 'published');
}

/** The slices of one request that its own counts decide; null where the period decides. */
export function ownSlices(rate: Rate | undefined, quantity: Rational, request: Request): Slice[] | null {
  const tiers = isPublished(rate) ? rate.tiers : undefined;
  if (!tiers) return [{ step: -1, quantity }];
  if (tiers.kind === 'cliff') {
    const count = wholeOf(tiers.subject, request.counted);
    return [{ step: stepReached(count, tiers.steps, tiers.boundary, ONE), quantity }];
  }
  return tiers.kind === 'graduated' && tiers.span === 'request' ? slices(ZERO, quantity, tiers.steps, ONE) : null;
}

/** Every piece of a bill: rates in card order, lower steps first, sets of conditions as they are first met there. */
export function cut(period: Period, requests: readonly Request[], around: Around): Piece[] {
  const pieces = new Map<string, Piece>();
  for (const [index, rate] of period.rates.entries()) {
    const users = requests.filter(({ billed, requests: number }) => billed.has(index) && number.n > 0n);
    let reached =
      isPublished(rate) && rate.tiers?.kind === 'graduated' && rate.tiers.span === 'day'
        ? ZERO
        : around.billedBefore(index);
    for (const request of decidedByPeriod(rate) ? bySet(users) : users) {
      const quantity = request.billed.get(index) ?? ZERO;
      const all = multiply(quantity, request.requests);
      const own = ownSlices(rate, quantity, request);
      const found =
        own?.map((slice) => ({ ...slice, quantity: multiply(slice.quantity, request.requests) })) ??
        overPeriod(rate, reached, all, requests, around);
      reached = add(reached, all);
      for (const { step, quantity: part } of found) {
        const key = `${index} ${step} ${request.conditions}`;
        const sum = add(part, pieces.get(key)?.quantity ?? ZERO);
        pieces.set(key, { rate: index, step, request, quantity: sum });
      }
    }
  }
  return [...pieces.values()].sort((a, b) => a.rate - b.rate || a.step - b.step);
}

/** Whether the period, not the request, decides a rate's step. */
export function decidedByPeriod(rate: Rate): boolean {
  const tiers = isPublished(rate) ? rate.tiers : undefined;
  return tiers !== undefined && tiers.kind !== 'cliff' && tiers.span !== 'request';
}

/** Requests of one set of conditions beside each other. */
function bySet(requests: readonly Request[]): Request[] {
  const sets = [...new Set(requests.map(({ conditions }) => conditions))];
  return sets.flatMap((set) => requests.filter(({ conditions }) => conditions === set));
}

function overPeriod(
  rate: Rate,
  reached: Rational,
  quantity: Rational,
  requests: readonly Request[],
  { days, before }: Around,
): Slice[] {
  const tiers = isPublished(rate) ? rate.tiers : undefined;
  if (!tiers || tiers.kind === 'cliff') return [];
  const times = tiers.span === 'day' ? days : ONE;
  if (tiers.kind === 'graduated') return slices(reached, quantity, tiers.steps, times);
  const now = requests.map((request) => multiply(wholeOf(tiers.subject, request.counted), request.requests));
  const count = add(tiers.span === 'day' ? ZERO : wholeOf(tiers.subject, before), total(now));
  return [{ step: stepReached(count, tiers.steps, tiers.boundary, times), quantity }];
}
