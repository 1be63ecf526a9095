import { Decimal, plain } from '../engine/decimal.ts';
import type { Gap } from '../engine/gap.ts';
import type { EngineProblem } from '../engine/problem.ts';
import { requireWork, type WorkOptions } from './estimate.ts';
import { type FailingEnd, failingEnds } from './failing-ends.ts';
import type { CannotDo, WorkOffer } from './limits.ts';
import { pointAt } from './point.ts';
import type { Pricing } from './price-month.ts';
import type { ReadWork } from './read-workload.ts';
import { spreadOf } from './spread.ts';
import { totalOf, totalOrWhy } from './total.ts';
import type { Workload } from './workload.ts';

/** Arithmetic for ratios, which are shown to four places: far fewer digits than money needs. */
const Ratio: typeof Decimal = Decimal.clone({ precision: 30 });

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
  /** How many times the cheapest expected total, to four places; null when that is nothing. */
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
  const currency = options.currency ?? mostCommon(offers.map((offer) => offer.currency));
  const asked = { ...options, currency };
  const pricingFor = (offer: WorkOffer): Pricing => ({ offer, find, options: asked });
  const expected = pointAt(work, new Map());
  const priced: { pricing: Pricing; total: Decimal }[] = [];
  const unranked: UnrankedOffer[] = [];
  for (const offer of offers) {
    const pricing = pricingFor(offer);
    const result = totalOrWhy(expected, pricing);
    if ('total' in result) priced.push({ pricing, total: result.total });
    else unranked.push({ offer: offer.id, ...result.blocked });
  }
  priced.sort((a, b) => a.total.cmp(b.total) || (a.pricing.offer.id < b.pricing.offer.id ? -1 : 1));
  const [best] = priced;
  const cheapest = best?.total ?? null;
  const base = cheapest && !cheapest.isZero() ? new Ratio(cheapest) : null;
  let rank = 0;
  let [shown, ratio]: [string, string | null] = ['', null];
  const rows = priced.map(({ pricing, total }, index): RankedOffer => {
    if (!priced[index - 1]?.total.eq(total)) {
      rank = index + 1;
      shown = plain(total);
      ratio = base && plain(new Ratio(total).div(base).toDecimalPlaces(4));
    }
    const spread = index < ranges ? spreadOf(work, (point) => totalOf(point, pricing)) : null;
    return {
      rank,
      offer: pricing.offer.id,
      currency,
      expected: shown,
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

function mostCommon(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? 'USD';
}
