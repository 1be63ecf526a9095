import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import type { CatalogSource } from '../../catalog/schema/source.ts';

/**
 * Every source that an offer's page rests on, by key: the offer's own, then its provider's (`provider/page`), then
 * its model's (`model/page`).
 */
export function allSources(catalog: Catalog, offer: CatalogOffer): Record<string, CatalogSource> {
  const prefixed = (prefix: string, sources: Readonly<Record<string, CatalogSource>> = {}) =>
    Object.fromEntries(Object.entries(sources).map(([key, source]) => [`${prefix}/${key}`, source]));
  return {
    ...offer.sources,
    ...prefixed('provider', catalog.providers.get(offer.provider)?.sources),
    ...prefixed('model', catalog.models.get(offer.model)?.sources),
  };
}
