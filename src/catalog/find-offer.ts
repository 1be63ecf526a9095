import type { CatalogOffer } from './catalog.ts';
import { findIndex } from './find-index.ts';
import type { NamedOffer, NamedProvider, Names } from './named.ts';
import { nearestFew } from './nearest.ts';

/** Why a name led to nothing, or to too much. */
export type NotFound =
  | { readonly kind: 'unknown'; readonly name: string; readonly nearest: readonly string[] }
  | {
      readonly kind: 'ambiguous';
      readonly name: string;
      readonly candidates: readonly string[];
      readonly by: 'name' | 'rule';
    };

export function isNotFound<T extends object>(found: T | NotFound): found is NotFound {
  return 'kind' in found && (found.kind === 'unknown' || found.kind === 'ambiguous');
}

/** A name and the provider before its colon, where that is one. */
export function splitName<P>(
  { providers }: { readonly providers: ReadonlyMap<string, P> },
  name: string,
): { readonly provider: P | undefined; readonly rest: string } {
  const colon = name.indexOf(':');
  const provider = colon > 0 ? providers.get(name.slice(0, colon)) : undefined;
  return { provider, rest: provider ? name.slice(colon + 1) : name };
}

/**
 * Finds an offer by its id, `provider:model_id`, or a name of it. Ids come first, then API ids, then names without
 * regard to case. A name of several offers is ambiguous, never a guess.
 */
export function findOffer<O extends NamedOffer = CatalogOffer>(catalog: Names<O>, name: string): O | NotFound {
  const exact = catalog.offers.get(name);
  if (exact) return exact;
  const { provider, rest } = splitName(catalog, name);
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
    if (second) return { kind: 'ambiguous', name, candidates: found.map(({ id }) => id), by: 'name' };
    if (only) return only;
  }
  return unknownName(name, catalog.offers);
}

/** Says that a name is of nothing; what is spelt most alike is looked for when it is asked for. */
export function unknownName(name: string, among: ReadonlyMap<string, unknown>): NotFound {
  return {
    kind: 'unknown',
    name,
    get nearest() {
      return nearestFew(name, among.keys());
    },
  };
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
  return found ?? unknownName(name, catalog.providers);
}
