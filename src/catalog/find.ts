import type { Catalog, CatalogModel, CatalogOffer, CatalogProvider } from './catalog.ts';
import { findIndex } from './find-index.ts';
import { lookUp } from './identity/look-up.ts';
import { fitsRule } from './identity/match-rule.ts';
import { nearestFew } from './nearest.ts';

/** What a name led to. */
export type Found =
  | { readonly kind: 'offer'; readonly offer: CatalogOffer; readonly by: 'name' | 'rule' }
  | { readonly kind: 'model'; readonly model: CatalogModel }
  | { readonly kind: 'provider'; readonly provider: CatalogProvider };

/** Why a name led to nothing, or to too much. */
export type NotFound =
  | { readonly kind: 'unknown'; readonly name: string; readonly nearest: readonly string[] }
  | {
      readonly kind: 'ambiguous';
      readonly name: string;
      readonly candidates: readonly string[];
      readonly by: 'name' | 'rule';
    };

/** A name and the provider before its colon, where that is one. */
function splitName({ providers }: Catalog, name: string): { provider: CatalogProvider | undefined; rest: string } {
  const colon = name.indexOf(':');
  const provider = colon > 0 ? providers.get(name.slice(0, colon)) : undefined;
  return { provider, rest: provider ? name.slice(colon + 1) : name };
}

/**
 * Finds an offer by its id, `provider:model_id`, or a name of it. Ids come first, then API ids, then names without
 * regard to case. A name of several offers is ambiguous, never a guess.
 */
export function findOffer(catalog: Catalog, name: string): CatalogOffer | NotFound {
  const exact = catalog.offers.get(name);
  if (exact) return exact;
  const { provider, rest } = splitName(catalog, name);
  const index = findIndex(catalog);
  const ways = [
    index.byApiId.get(rest),
    index.byLastPart.get(rest),
    index.byName.get(rest.toLowerCase()),
    index.byModel.get(rest),
  ];
  for (const way of ways) {
    const found = (way ?? []).filter((offer) => !provider || offer.provider === provider.id);
    const [only, second] = found;
    if (second) return { kind: 'ambiguous', name, candidates: found.map(({ id }) => id), by: 'name' };
    if (only) return only;
  }
  return { kind: 'unknown', name, nearest: nearestFew(name, catalog.offers.keys()) };
}

/**
 * Finds an offer by what upstreams say its other names are like: `anthropic:claude-3-haiku-20240307-v1`. A name without
 * its provider is looked for at those whose models are called so, else at all. Exact names of rules come before
 * patterns; a name that fits the rules of several offers is ambiguous.
 */
export function findOfferByRule(catalog: Catalog, name: string): CatalogOffer | NotFound {
  const { provider, rest } = splitName(catalog, name);
  const called = [...catalog.providers.values()].filter(({ model_match: rule }) => rule && fitsRule(rule, rest));
  const sellers = new Set((provider ? [provider] : called).map(({ id }) => id));
  const all = findIndex(catalog).withRule;
  const offers = sellers.size > 0 ? all.filter((offer) => sellers.has(offer.provider)) : all;
  const found = lookUp(
    offers.map(({ id, match }) => ({ id, names: [], match })),
    rest,
  );
  if (found.kind === 'ambiguous') return { kind: 'ambiguous', name, candidates: found.candidates, by: 'rule' };
  const offer = found.kind === 'found' ? catalog.offers.get(found.id) : undefined;
  return offer ?? { kind: 'unknown', name, nearest: nearestFew(name, catalog.offers.keys()) };
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
  if (second) return { kind: 'ambiguous', name, candidates: found.map(({ id }) => id), by: 'name' };
  return only ?? { kind: 'unknown', name, nearest: nearestFew(name, catalog.models.keys()) };
}

/** Finds a provider by its id or a name of it. */
export function findProvider(catalog: Catalog, name: string): CatalogProvider | NotFound {
  const lower = name.toLowerCase();
  const found = [...catalog.providers.values()].find(
    ({ id, name: own, aliases = [] }) =>
      id === lower || [own, ...aliases].some((alias) => alias.toLowerCase() === lower),
  );
  return found ?? { kind: 'unknown', name, nearest: nearestFew(name, catalog.providers.keys()) };
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

export function isNotFound<T extends object>(found: T | NotFound): found is NotFound {
  return 'kind' in found && (found.kind === 'unknown' || found.kind === 'ambiguous');
}
