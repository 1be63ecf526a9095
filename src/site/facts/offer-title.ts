import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { offerMarks } from './offer-marks.ts';

/** `Mistral Small 3.1 at EmpirioLabs`; `GPT-5.6 Sol (pro) at OpenRouter` where the seller has others of the model. */
export function offerTitle(catalog: Catalog, offer: CatalogOffer): string {
  const model = catalog.models.get(offer.model)?.name ?? offer.name;
  const provider = catalog.providers.get(offer.provider)?.name ?? offer.provider;
  return `${withMark(model, offerMarks(catalog).get(offer.id))} at ${provider}`;
}

/** The name of a model with what tells an offer of it from others. */
export function withMark(model: string, mark: string | undefined): string {
  return mark === undefined ? model : `${model} (${mark})`;
}
