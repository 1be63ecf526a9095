import { findOffer, findProvider, isNotFound } from '../catalog/find-offer.ts';
import type { Names } from '../catalog/named.ts';
import { nearestFew } from '../catalog/nearest.ts';
import type { Match, PriceList } from './price-list.ts';

/** How records are given offers. */
export interface MatchOptions {
  /** The offer to price everything on. */
  readonly as?: string;
  /** Who sells, where the asker says so. */
  readonly provider?: string;
  /** Ids of offers by the names that records use, alone or as `provider:model`. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Finds the offers of records, each combination of provider and model once. */
export function modelMatcher(catalog: Names, { as, provider, names = new Map() }: MatchOptions): PriceList['match'] {
  const known = new Map<string, Match>();
  if (as !== undefined) {
    const all: Match = { kind: 'offer', offer: as, presumed: false };
    return () => all;
  }
  let last: { readonly seller: string | null; readonly model: string | null; readonly found: Match } | null = null;
  return (record) => {
    const seller = provider ?? record.provider;
    const presumed = provider === undefined && record.presumed;
    if (last && last.model === record.model && last.seller === seller) return last.found;
    const key = `${seller} ${record.model}`;
    let found = known.get(key);
    if (!found) {
      found = match(catalog, names, seller, record.model, presumed);
      known.set(key, found);
    }
    last = { seller, model: record.model, found };
    return found;
  };
}

function match(
  catalog: Names,
  names: ReadonlyMap<string, string>,
  provider: string | null,
  model: string | null,
  presumed: boolean,
): Match {
  if (model === null) return { kind: 'unmatched', provider, model, nearest: [] };
  const named = names.get(`${provider}:${model}`) ?? names.get(model);
  if (named !== undefined) return { kind: 'offer', offer: named, presumed: false };
  const seller = provider === null ? null : findProvider(catalog, provider);
  let near: readonly string[] = [];
  if (seller && !isNotFound(seller)) {
    const found = findOffer(catalog, `${seller.id}:${model}`);
    if (!isNotFound(found)) return { kind: 'offer', offer: found.id, presumed };
    const own = [...catalog.offers.values()].filter((offer) => offer.provider === seller.id);
    near = nearestFew(
      model,
      own.map(({ id }) => id),
    );
    if (!presumed) return { kind: 'unmatched', provider, model, nearest: near };
  }
  if (provider === null || presumed) {
    const found = findOffer(catalog, model);
    if (!isNotFound(found)) return { kind: 'offer', offer: found.id, presumed: true };
    const others = near.length > 0 ? near : found.kind === 'unknown' ? found.nearest : [];
    const nearest = found.kind === 'ambiguous' ? found.candidates : others;
    return { kind: 'unmatched', provider, model, nearest };
  }
  return { kind: 'unmatched', provider, model, nearest: nearestFew(model, catalog.offers.keys()) };
}
