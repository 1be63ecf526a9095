import type { Catalog, CatalogOffer } from './catalog.ts';
import { findIndex } from './find-index.ts';

/** The offers of a model, in the order of their ids. */
export function offersOf(catalog: Catalog, model: string): readonly CatalogOffer[] {
  return findIndex(catalog).byModel.get(model) ?? [];
}

/** The offers of a provider, in the order of their ids. */
export function offersBy(catalog: Catalog, provider: string): readonly CatalogOffer[] {
  return findIndex(catalog).byProvider.get(provider) ?? [];
}
