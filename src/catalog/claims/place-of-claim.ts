import type { CatalogOffer } from '../catalog.ts';
import type { CardPlace } from '../read-cards.ts';
import type { ClaimsFile } from '../schema/claims-file.ts';
import { claimedOffers } from './claimed-offer.ts';
import type { ProviderIds } from './provider-ids.ts';

/** Where the claim stands that gave an imported offer its card: `data/upstream/llmdb/acme.json`, `offers/3/price/`. */
export function placeOfClaim(
  { provider, model_id }: Pick<CatalogOffer, 'provider' | 'model_id'>,
  files: readonly ClaimsFile[],
  ids: ProviderIds,
): CardPlace {
  const offer = claimedOffers(files, ids).find((one) => one.provider === provider && one.model_id === model_id);
  const used = offer?.claims.find(({ claim }) => claim.price.state === 'published') ?? offer?.claims[0];
  if (!used) return { file: 'data/upstream', within: '' };
  const { file, claim } = used;
  return {
    file: `data/upstream/${file.upstream}/${file.provider.id}.json`,
    within: `offers/${file.offers.indexOf(claim)}/price/`,
  };
}
