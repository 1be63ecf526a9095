import { problemWords, type Retirement } from '../../catalog/words/problem-words.ts';
import { type Offer, STANDARD_METERS, tryPriceUsage } from '../../engine/index.ts';
import type { Work } from '../ranking/work.ts';
import { workloadOptions } from '../workload.ts';

/** What the engine makes of a workload on an offer: the exact total, or why there is none. */
export function priceComplex(
  offer: Offer & Retirement,
  { requests, usage }: Work,
  at: string,
): { readonly total: string } | { readonly reason: string } {
  const result = tryPriceUsage(offer, [{ requests, usage }], workloadOptions(at, STANDARD_METERS));
  if ('problems' in result) return { reason: result.problems.map((one) => problemWords(one, offer)).join('; ') };
  const { total, gaps } = result.bill;
  if (total !== null) return { total };
  return {
    reason: gaps.map(({ meter, reason }) => `${STANDARD_METERS.get(meter)?.many ?? meter}: ${reason}`).join('; '),
  };
}
