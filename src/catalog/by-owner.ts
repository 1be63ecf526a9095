import type { Catalog, CatalogOffer } from './catalog.ts';

/** The offers of every model and of every provider, found in one walk over all of them. */
export interface OffersByOwner {
  readonly model: (id: string) => readonly CatalogOffer[];
  readonly provider: (id: string) => readonly CatalogOffer[];
}

const KNOWN = new WeakMap<Catalog, OffersByOwner>();

/** {@link OffersByOwner} of a catalog, made once. */
export function offersByOwner(catalog: Catalog): OffersByOwner {
  const known = KNOWN.get(catalog);
  if (known) return known;
  const models = new Map<string, CatalogOffer[]>();
  const providers = new Map<string, CatalogOffer[]>();
  for (const offer of catalog.offers.values()) {
    add(models, offer.model, offer);
    add(providers, offer.provider, offer);
  }
  const made = { model: (id: string) => models.get(id) ?? [], provider: (id: string) => providers.get(id) ?? [] };
  KNOWN.set(catalog, made);
  return made;
}

function add(lists: Map<string, CatalogOffer[]>, key: string, offer: CatalogOffer): void {
  const list = lists.get(key);
  if (list) list.push(offer);
  else lists.set(key, [offer]);
}
