import type { ClaimsFile, OfferClaim } from '../schema/claims-file.ts';
import type { ProviderIds } from './provider-ids.ts';

/** One upstream's claim about one offer, with the upstream that it comes from. */
export interface ClaimFrom {
  /** The upstream's name as a key of sources: `genai_prices`. */
  readonly source: string;
  readonly file: ClaimsFile;
  readonly claim: OfferClaim;
}

/** All that upstreams claim about one provider's offer. */
export interface ClaimedOffer {
  readonly provider: string;
  readonly model_id: string;
  /** At least one, in the order of the upstreams. */
  readonly claims: readonly ClaimFrom[];
}

/** The order in which upstreams are believed: the base for rates first. */
const ORDER = ['genai-prices', 'llmdb'];

const rank = (upstream: string): number => (ORDER.includes(upstream) ? ORDER.indexOf(upstream) : ORDER.length);

/** Brings the claims about each provider's offer together, by the id that its API takes. */
export function claimedOffers(files: readonly ClaimsFile[], ids: ProviderIds): ClaimedOffer[] {
  const offers = new Map<string, { provider: string; model_id: string; claims: ClaimFrom[] }>();
  const ordered = [...files].sort((a, b) => rank(a.upstream) - rank(b.upstream));
  for (const file of ordered) {
    const provider = ids(file.provider.id);
    const source = file.upstream.replaceAll('-', '_');
    for (const claim of file.offers) {
      const key = `${provider} ${claim.model_id}`;
      const known = offers.get(key);
      const from = { source, file, claim };
      if (!known) offers.set(key, { provider, model_id: claim.model_id, claims: [from] });
      else if (!known.claims.some((other) => other.source === source)) known.claims.push(from);
    }
  }
  return [...offers.values()];
}
