import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { markedName } from '../../catalog/words/offer-marks.ts';

/** `Mistral Small 3.1 at EmpirioLabs`; `GPT-5.6 Sol (pro) at OpenRouter` where the seller has others of the model. */
export function offerTitle(catalog: Catalog, offer: CatalogOffer): string {
  const provider = catalog.providers.get(offer.provider)?.name ?? offer.provider;
  return `${markedName(offer, catalog)} at ${provider}`;
}
