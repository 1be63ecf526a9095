import type { Catalog, CatalogOffer } from './catalog.ts';
import { namesOf } from './names-of.ts';
import type { MatchRule } from './schema/match-rule.ts';

/** Offers by each way of naming them. */
export interface FindIndex {
  readonly byApiId: ReadonlyMap<string, readonly CatalogOffer[]>;
  readonly byLastPart: ReadonlyMap<string, readonly CatalogOffer[]>;
  /** In lower case. */
  readonly byName: ReadonlyMap<string, readonly CatalogOffer[]>;
  readonly byModel: ReadonlyMap<string, readonly CatalogOffer[]>;
  readonly byProvider: ReadonlyMap<string, readonly CatalogOffer[]>;
  /** Those whose other names fit a rule. */
  readonly withRule: readonly (CatalogOffer & { readonly match: MatchRule })[];
}

const indexes = new WeakMap<Catalog, FindIndex>();

/** The index of a catalog, made when it is first asked for. */
export function findIndex(catalog: Catalog): FindIndex {
  const known = indexes.get(catalog);
  if (known) return known;
  const by = (keys: (offer: CatalogOffer) => readonly string[]): Map<string, CatalogOffer[]> => {
    const map = new Map<string, CatalogOffer[]>();
    for (const offer of catalog.offers.values()) {
      for (const key of new Set(keys(offer))) {
        const list = map.get(key);
        if (list) list.push(offer);
        else map.set(key, [offer]);
      }
    }
    return map;
  };
  const index = {
    byApiId: by(({ model_id }) => [model_id]),
    byLastPart: by(({ id, provider }) => [id.slice(provider.length + 1)]),
    byName: by((offer) => namesOf(catalog, offer).map((name) => name.toLowerCase())),
    byModel: by(({ model }) => [model]),
    byProvider: by(({ provider }) => [provider]),
    withRule: [...catalog.offers.values()].flatMap((offer) => (offer.match ? [{ ...offer, match: offer.match }] : [])),
  };
  indexes.set(catalog, index);
  return index;
}
