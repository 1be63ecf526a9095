import type { CatalogOffer } from '../catalog.ts';
import type { ClaimFrom } from './claimed-offer.ts';
import { flatPrices } from './claimed-price.ts';
import { judge } from './judge.ts';
import { matchOf, sourceOfClaim, witnessOf } from './offer-of-claims.ts';

/** A hand-checked offer with what upstreams say of its prices; it keeps its card, whoever differs. */
export function checkedOffer(offer: Omit<CatalogOffer, 'trust'>, claims: readonly ClaimFrom[]): CatalogOffer {
  const rates = offer.periods.at(-1)?.rates ?? [];
  const [source = ''] = [...rates.map((rate) => rate.source), ...Object.keys(offer.sources)];
  const used = { source, as_of: offer.checked ?? '', prices: flatPrices(offer.periods) };
  const witnesses = claims.map((from) => ({ ...witnessOf(from), source: `upstream/${from.source}` }));
  const trust = judge(used, witnesses, true);
  const heard = new Set([
    ...trust.agreeing,
    ...trust.disputes.flatMap(({ opinions }) => opinions.map((one) => one.source)),
  ]);
  const sources = claims
    .filter((from) => heard.has(`upstream/${from.source}`))
    .map((from) => [`upstream/${from.source}`, sourceOfClaim(from)] as const);
  return { ...offer, ...matchOf(claims), sources: { ...offer.sources, ...Object.fromEntries(sources) }, trust };
}
