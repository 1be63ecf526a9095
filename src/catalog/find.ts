import type { Catalog, CatalogModel, CatalogOffer, CatalogProvider } from './catalog.ts';
import { findIndex } from './find-index.ts';
import type { NamedOffer, NamedProvider, Names } from './named.ts';
import { nearestFew } from './nearest.ts';

/** What a name led to. */
export type Found =
  | { readonly kind: 'offer'; readonly offer: CatalogOffer }
  | { readonly kind: 'model'; readonly model: CatalogModel }
  | { readonly kind: 'provider'; readonly provider: CatalogProvider };

/** Why a name led to nothing, or to too much. */
export type NotFound =
  | { readonly kind: 'unknown'; readonly name: string; readonly nearest: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly name: string; readonly candidates: readonly string[] };

/**
 * Finds an offer by its id, `provider:model_id`, or a name of it. Ids come first, then API ids, then names without
 * regard to case. A name of several offers is ambiguous, never a guess.
 */
export function findOffer<O extends NamedOffer = CatalogOffer>(catalog: Names<O>, name: string): O | NotFound {
  const exact = catalog.offers.get(name);
  if (exact) return exact;
  const colon = name.indexOf(':');
  const provider = colon > 0 ? catalog.providers.get(name.slice(0, colon)) : undefined;
  const rest = provider ? name.slice(colon + 1) : name;
  const index = findIndex(catalog);
  const ways = [
    () => index.byApiId.get(rest),
    () => index.byLastPart.get(rest),
    () => index.byName.get(rest.toLowerCase()),
    () => index.byModel.get(rest),
  ];
  for (const way of ways) {
    const found = (way() ?? []).filter((offer) => !provider || offer.provider === provider.id);
    const [only, second] = found;
    if (second) return { kind: 'ambiguous', name, candidates: found.map(({ id }) => id) };
    if (only) return only;
  }
  return { kind: 'unknown', name, nearest: nearestFew(name, catalog.offers.keys()) };
}

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
  if (second) return { kind: 'ambiguous', name, candidates: found.map(({ id }) => id) };
  return only ?? { kind: 'unknown', name, nearest: nearestFew(name, catalog.models.keys()) };
}

/** Finds a provider by its id or a name of it. */
export function findProvider<P extends NamedProvider>(
  catalog: { readonly providers: ReadonlyMap<string, P> },
  name: string,
): P | NotFound {
  const lower = name.toLowerCase();
  const found = [...catalog.providers.values()].find(
    ({ id, name: own, aliases = [] }) =>
      id === lower || [own, ...aliases].some((alias) => alias.toLowerCase() === lower),
  );
  return found ?? { kind: 'unknown', name, nearest: nearestFew(name, catalog.providers.keys()) };
}

/** Finds whatever a name means: an offer, a model or a provider, by id before any by name. */
export function find(catalog: Catalog, name: string): Found | NotFound {
  const provider = catalog.providers.get(name);
  if (provider) return { kind: 'provider', provider };
  const model = catalog.models.get(name);
  if (model) return { kind: 'model', model };
  const offer = findOffer(catalog, name);
  if (!isNotFound(offer)) return { kind: 'offer', offer };
  const byName = findModel(catalog, name);
  if (!isNotFound(byName)) return { kind: 'model', model: byName };
  const seller = findProvider(catalog, name);
  if (!isNotFound(seller)) return { kind: 'provider', provider: seller };
  if (offer.kind === 'ambiguous') return offer;
  const all = [...catalog.offers.keys(), ...catalog.models.keys(), ...catalog.providers.keys()];
  return { kind: 'unknown', name, nearest: nearestFew(name, all) };
}

export function isNotFound<T extends object>(found: T | NotFound): found is NotFound {
  return 'kind' in found && (found.kind === 'unknown' || found.kind === 'ambiguous');
}
