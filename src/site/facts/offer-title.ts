import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';

/** `Mistral Small 3.1 at EmpirioLabs`. */
export function offerTitle(catalog: Catalog, offer: CatalogOffer): string {
  const model = catalog.models.get(offer.model)?.name ?? offer.name;
  const provider = catalog.providers.get(offer.provider)?.name ?? offer.provider;
  return `${model} at ${provider}`;
}
