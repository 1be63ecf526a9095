import { byTotal } from '../engine/by-total.ts';
import { type Decimal, plain } from '../engine/decimal.ts';
import type { Gap } from '../engine/gap.ts';
import type { EngineProblem } from '../engine/problem.ts';
import { usualCurrency } from '../engine/usual-currency.ts';
import { requireWork, type WorkOptions } from './estimate.ts';
import { type FailingEnd, failingEnds } from './failing-ends.ts';
import type { CannotDo, WorkOffer } from './limits.ts';
import { pointAt } from './point.ts';
import type { Pricing } from './price-month.ts';
import type { ReadWork } from './read-workload.ts';
import { spreadOf } from './spread.ts';
import { totalOf, totalOrWhy } from './total.ts';
import type { Workload } from './workload.ts';

export interface RankedOffer {
  /** 1 is the cheapest by the expected total; equal totals share a rank. */
  readonly rank: number;
  readonly offer: string;
  readonly currency: string;
  readonly expected: string;
  /** The range of the total; null beyond the rows for which it was asked. */
  readonly range: { readonly low: string; readonly high: string } | null;
  /** Ends of ranges at which the offer cannot do the work or has no price for it; it then has no range. */
  readonly failing_ends: readonly FailingEnd[];
  /** How many times the cheapest expected total above zero, to four places; null for a total of zero. */
  readonly ratio: string | null;
  /**
   * `cheapest` for the first and those that cost the same throughout; `close` where the order against it may turn
   * round at some value of the inputs within their ranges; `dearer` where it costs more throughout.
   */
  readonly verdict: 'cheapest' | 'close' | 'dearer' | null;
}

/** An offer that has no place in the ranking, and why. */
export interface UnrankedOffer {
  readonly offer: string;
  readonly cannot: readonly CannotDo[];
  readonly gaps: readonly Gap[];
  readonly problems: readonly EngineProblem[];
}

export interface Ranking {
  readonly currency: string;
  readonly rows: readonly RankedOffer[];
  readonly unranked: readonly UnrankedOffer[];
}

/**
 * Offers by what work costs on them, the cheapest first. Those that cannot do it, or have no price for a part of it,
 * are left out with the reason.
 *
 * @param ranges for how many rows to work out the range as well; all when absent
 */
export function rankOffers(
  offers: readonly WorkOffer[],
  workload: Workload,
  { offers: find = () => undefined, preset: _, ...options }: WorkOptions,
  ranges = offers.length,
): Ranking {
  const work = requireWork(workload);
  const currency = options.currency ?? usualCurrency(offers) ?? 'USD';
  const asked = { ...options, currency };
  const pricingFor = (offer: WorkOffer): Pricing => ({ offer, find, options: asked });
  const expected = pointAt(work, new Map());
  const priced: { id: string; pricing: Pricing; total: Decimal }[] = [];
  const unranked: UnrankedOffer[] = [];
  for (const offer of offers) {
    const pricing = pricingFor(offer);
    const result = totalOrWhy(expected, pricing);
    if ('total' in result) priced.push({ id: offer.id, pricing, total: result.total });
    else unranked.push({ offer: offer.id, ...result.blocked });
  }
  const sorted = byTotal(priced);
  const best = sorted[0]?.one;
  const rows = sorted.map(({ one: { pricing }, rank, total, ratio }, index): RankedOffer => {
    const spread = index < ranges ? spreadOf(work, (point) => totalOf(point, pricing)) : null;
    return {
      rank,
      offer: pricing.offer.id,
      currency,
      expected: total,
      failing_ends: index < ranges && !spread ? failingEnds(work, pricing) : [],
      range: spread && { low: plain(spread.low), high: plain(spread.high) },
      ratio,
      verdict: best && spread ? verdictOf(work, best.pricing, pricing) : null,
    };
  });
  return { currency, rows, unranked };
}

/**
 * Both offers meet the same work, so what counts is whether their difference changes its sign: two wide ranges overlap
 * though one offer costs twice the other at every value of the inputs.
 */
function verdictOf(work: ReadWork, best: Pricing, other: Pricing): RankedOffer['verdict'] {
  const gap = spreadOf(work, (point) => {
    const [a, b] = [totalOf(point, best), totalOf(point, other)];
    return a === null || b === null ? null : b.minus(a);
  });
  if (gap?.low.isZero() && gap.high.isZero()) return 'cheapest';
  return gap?.low.gt(0) ? 'dearer' : 'close';
}
