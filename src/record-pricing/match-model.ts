import { findIndex } from '../catalog/find-index.ts';
import { findProvider, isNotFound } from '../catalog/find-offer.ts';
import type { NamedOffer, Names } from '../catalog/named.ts';
import { nearestFew } from '../catalog/nearest.ts';
import { type ResolvedOffer, resolveOffer } from '../catalog/resolve-offer.ts';
import { servedKey } from './await-offers.ts';
import type { Match, PriceList, Served } from './price-list.ts';

/** How records are given offers. */
export interface MatchOptions {
  /** The offer to price everything on. */
  readonly as?: string;
  /** Who sells, where the asker says so. */
  readonly provider?: string;
  /** Ids of offers by the names that records use, alone or as `provider:model`. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Finds the offers of records, each combination of a provider, stated or presumed, and a model once. */
export function modelMatcher(catalog: Names, { as, provider, names = new Map() }: MatchOptions): PriceList['match'] {
  const known = new Map<string, Match>();
  if (as !== undefined) {
    const all: Match = { kind: 'offer', offer: as, presumed: false };
    return () => all;
  }
  let last: (Served & { readonly found: Match }) | null = null;
  return (record) => {
    const { model } = record;
    const seller = provider ?? record.provider;
    const presumed = provider === undefined && record.presumed;
    if (last && last.model === model && last.provider === seller && last.presumed === presumed) return last.found;
    const served: Served = { provider: seller, model, presumed };
    const key = servedKey(served);
    let found = known.get(key);
    if (!found) {
      found = match(catalog, names, served);
      known.set(key, found);
    }
    last = { ...served, found };
    return found;
  };
}

function match(catalog: Names, names: ReadonlyMap<string, string>, { provider, model, presumed }: Served): Match {
  if (model === null) return { kind: 'unmatched', provider, model, nearest: [] };
  const named = names.get(`${provider}:${model}`) ?? names.get(model);
  if (named !== undefined) return { kind: 'offer', offer: named, presumed: false };
  const stated = provider === null ? null : findProvider(catalog, provider);
  const seller = stated && !isNotFound(stated) ? stated : null;
  const own = seller && resolveOffer(catalog, `${seller.id}:${model}`);
  if (own && !isNotFound(own)) return taken(own, presumed);
  const isOpen = (provider === null || presumed) && own?.kind !== 'ambiguous';
  const found = isOpen ? resolveOffer(catalog, model) : own;
  if (found && !isNotFound(found)) return taken(found, true);
  if (found?.kind === 'ambiguous') {
    return { kind: 'unmatched', provider, model, nearest: found.candidates, ambiguous: true };
  }
  const sold = seller ? (findIndex(catalog).byProvider.get(seller.id) ?? []) : [];
  const near = nearestFew(
    model,
    sold.map(({ id }) => id),
  );
  const isEnough = near.length > 0 || (seller && !presumed);
  return { kind: 'unmatched', provider, model, nearest: isEnough ? near : nearestFew(model, catalog.offers.keys()) };
}

function taken({ offer, by }: ResolvedOffer<NamedOffer>, presumed: boolean): Match {
  return { kind: 'offer', offer: offer.id, presumed, ...(by === 'rule' ? { by } : {}) };
}
