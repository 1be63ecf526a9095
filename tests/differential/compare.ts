import { calcPrice, type ModelInfo, type Provider } from '@pydantic/genai-prices';
import type { OfferClaim } from '../../src/catalog/schema/claims-file.ts';
import { type Bill, type Offer, readCard, tryPriceUsage } from '../../src/engine/index.ts';

/** How the two totals compare. All but `differs` are explained; see EXPLAINED. */
export type Verdict = 'equal' | 'unpriced_billed_as_zero' | 'refused_by_peer' | 'differs';

/** What lies behind each difference that is the peer's. */
export const EXPLAINED: Record<Exclude<Verdict, 'equal' | 'differs'>, string> = {
  unpriced_billed_as_zero: 'usage that the card gives no price for is a gap in our bill and nothing in its total',
  refused_by_peer: 'it throws where counts overlap in a way that its units have no name for; we can price it',
};

/** A row of the upstream beside our translation of it. */
export interface Pair {
  readonly provider: Provider;
  readonly model: ModelInfo;
  readonly offer: Offer;
  /** Meters that some period prices. */
  readonly meters: readonly string[];
}

/** The pair of a claim, or null where the claim has no published price. */
export function pairOf(provider: Provider, model: ModelInfo, claim: OfferClaim): Pair | null {
  if (claim.price.state !== 'published') return null;
  const { periods } = claim.price;
  const offer: Offer = readCard({
    id: `${provider.id}/${model.id}`,
    provider: provider.id,
    model: model.id,
    currency: 'USD',
    periods,
  });
  const meters = [...new Set(periods.flatMap(({ rates }) => rates.map(({ meter }) => meter)))];
  const only = { ...model, match: { equals: model.id } };
  return { provider: { ...provider, models: [only] }, model, offer, meters };
}

/** Relative error of a sum of some twenty products in doubles. */
const TOLERANCE = 1e-13;

export interface Compared {
  readonly verdict: Verdict;
  readonly ours: string;
  readonly theirs: string;
}

/** Prices one usage on both sides. */
export function compare({ provider, model, offer }: Pair, usage: Record<string, number>, timestamp: Date): Compared {
  const result = tryPriceUsage(offer, [{ usage }], { at: timestamp.toISOString() });
  let theirs: number | string;
  try {
    theirs = calcPrice(usage, model.id, { provider, timestamp })?.total_price ?? 'no such model';
  } catch (error) {
    theirs = error instanceof Error ? error.message : String(error);
  }
  if ('problems' in result)
    return { verdict: 'differs', ours: JSON.stringify(result.problems), theirs: String(theirs) };
  return { verdict: verdictOn(result.bill, theirs), ours: result.bill.usage_total, theirs: String(theirs) };
}

function verdictOn(bill: Bill, theirs: number | string): Verdict {
  if (typeof theirs === 'string') return /^Missing usage value/.test(theirs) ? 'refused_by_peer' : 'differs';
  const ours = Number(bill.usage_total);
  if (Math.abs(ours - theirs) > TOLERANCE * Math.max(ours, theirs)) return 'differs';
  return bill.complete ? 'equal' : 'unpriced_billed_as_zero';
}
