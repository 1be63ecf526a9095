import type { Catalog, CatalogModel, CatalogOffer, CatalogProvider } from './catalog.ts';
import { findOfferByRule } from './find-by-rule.ts';
import { findOffer, findProvider, isNotFound, type NotFound, unknownName } from './find-offer.ts';
import { nearestFew } from './nearest.ts';

/** What a name led to. */
export type Found =
  | { readonly kind: 'offer'; readonly offer: CatalogOffer; readonly by: 'name' | 'rule' }
  | { readonly kind: 'model'; readonly model: CatalogModel }
  | { readonly kind: 'provider'; readonly provider: CatalogProvider };

/** Finds a model by its id, its last part, or a name of it. */
export function findModel(catalog: Catalog, name: string): CatalogModel | NotFound {
  const exact = catalog.models.get(name);
  if (exact) return exact;
  const lower = name.toLowerCase();
  const found = [...catalog.models.values()].filter(
    ({ id, name: own, aliases = [] }) =>
      id.slice(id.indexOf('/') + 1) === lower || [own, ...aliases].some((alias) => alias.toLowerCase() === lower),
  );
  const [only, second] = found;
  if (second) return { kind: 'ambiguous', name, candidates: found.map(({ id }) => id), by: 'name' };
  return only ?? unknownName(name, catalog.models);
}

/** Finds whatever a name means: an offer, a model or a provider, by id before any by name, and by name before any rule. */
export function find(catalog: Catalog, name: string): Found | NotFound {
  const provider = catalog.providers.get(name);
  if (provider) return { kind: 'provider', provider };
  const model = catalog.models.get(name);
  if (model) return { kind: 'model', model };
  const offer = findOffer(catalog, name);
  if (!isNotFound(offer)) return { kind: 'offer', offer, by: 'name' };
  const byName = findModel(catalog, name);
  if (!isNotFound(byName)) return { kind: 'model', model: byName };
  const seller = findProvider(catalog, name);
  if (!isNotFound(seller)) return { kind: 'provider', provider: seller };
  if (offer.kind === 'ambiguous') return offer;
  const byRule = findOfferByRule(catalog, name);
  if (!isNotFound(byRule)) return { kind: 'offer', offer: byRule, by: 'rule' };
  if (byRule.kind === 'ambiguous') return byRule;
  const all = [...catalog.offers.keys(), ...catalog.models.keys(), ...catalog.providers.keys()];
  return { kind: 'unknown', name, nearest: nearestFew(name, all) };
}
