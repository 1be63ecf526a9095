import type { CatalogOffer } from './catalog.ts';
import type { NamedOffer, Names } from './named.ts';
import { namesOf } from './names-of.ts';

/** Offers by each way of naming them. */
export interface FindIndex<O extends NamedOffer = CatalogOffer> {
  readonly byApiId: ReadonlyMap<string, readonly O[]>;
  readonly byLastPart: ReadonlyMap<string, readonly O[]>;
  /** In lower case. */
  readonly byName: ReadonlyMap<string, readonly O[]>;
  readonly byModel: ReadonlyMap<string, readonly O[]>;
  readonly byProvider: ReadonlyMap<string, readonly O[]>;
}

const indexes = new WeakMap<object, unknown>();

/** The index of a catalog. Each way of naming is looked through when it is first asked for. */
export function findIndex<O extends NamedOffer>(catalog: Names<O>): FindIndex<O> {
  const known = indexes.get(catalog) as FindIndex<O> | undefined;
  if (known) return known;
  const by = (keys: (offer: O) => readonly string[]): (() => ReadonlyMap<string, readonly O[]>) => {
    let map: Map<string, O[]> | null = null;
    return () => {
      map ??= byKeys(catalog.offers.values(), keys);
      return map;
    };
  };
  const apiId = by(({ model_id }) => [model_id]);
  const lastPart = by(({ id, provider }) => [id.slice(provider.length + 1)]);
  const name = by((offer) => namesOf(catalog, offer).map((one) => one.toLowerCase()));
  const model = by((offer) => [offer.model]);
  const provider = by((offer) => [offer.provider]);
  const index: FindIndex<O> = {
    get byApiId() {
      return apiId();
    },
    get byLastPart() {
      return lastPart();
    },
    get byName() {
      return name();
    },
    get byModel() {
      return model();
    },
    get byProvider() {
      return provider();
    },
  };
  indexes.set(catalog, index);
  return index;
}

function byKeys<O>(offers: Iterable<O>, keys: (offer: O) => readonly string[]): Map<string, O[]> {
  const map = new Map<string, O[]>();
  for (const offer of offers) {
    for (const key of new Set(keys(offer))) {
      const list = map.get(key);
      if (list) list.push(offer);
      else map.set(key, [offer]);
    }
  }
  return map;
}
