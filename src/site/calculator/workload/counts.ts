import { Decimal } from '../../../engine/decimal.ts';
import type { BillOptions } from '../../../engine/index.ts';
import { compare, type UsageGroup } from '../../../engine/index.ts';
import { RatecardError } from '../../../engine/problem.ts';
import { mostRequests, type Ranking, type Solved, type WorkOffer } from '../../../workload/index.ts';
import { answerOf } from '../../../workload/solve.ts';

/** Plain counts: equal requests and how their bill is asked for. */
export interface Counts {
  readonly group: UsageGroup;
  readonly options: BillOptions;
}

/** The most of equal requests that a budget buys on an offer; null where the question cannot be priced. */
export function mostCounts({ group, options }: Counts, offer: WorkOffer, budget: string): Solved | null {
  try {
    const asked = { ...options, ...(group.when ? { when: group.when } : {}) };
    const found = mostRequests(offer, group.usage, budget, asked);
    const base = { schema: 'ratecard.solve/1', offer: offer.id, budget, currency: offer.currency } as const;
    return { ...base, of: 'requests', range: null, ...answerOf(found, new Decimal(budget)) };
  } catch (error) {
    if (error instanceof RatecardError) return null;
    throw error;
  }
}

/**
 * Plain counts at some offers, the cheapest first, as a ranking of work without ranges; null where what is asked can be
 * asked of some of them only, as a method of payment can.
 */
export function countsElsewhere(counts: Counts, offers: readonly WorkOffer[], currency: string): Ranking | null {
  try {
    return rankingOf(counts, offers, currency);
  } catch (error) {
    if (error instanceof RatecardError) return null;
    throw error;
  }
}

function rankingOf({ group, options }: Counts, offers: readonly WorkOffer[], currency: string): Ranking {
  const { rows, unpriced } = compare(offers, [group], { ...options, currency });
  return {
    currency,
    rows: rows.map(({ rank, offer, total, ratio }) => ({
      rank,
      offer,
      currency,
      expected: total,
      range: null,
      failing_ends: [],
      ratio,
      verdict: rank === 1 ? 'cheapest' : 'dearer',
    })),
    unranked: unpriced.map(({ offer, gaps, problems }) => ({ offer, cannot: [], gaps, problems })),
  };
}
