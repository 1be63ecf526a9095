import type { Catalog } from '../catalog/catalog.ts';
import { type MatchOptions, modelMatcher } from './match-model.ts';
import type { PriceList } from './price-list.ts';

/** The price list of a whole catalog. */
export function catalogPrices(catalog: Catalog, options: MatchOptions): PriceList {
  return {
    meters: catalog.meters,
    match: modelMatcher(catalog, options),
    offer: (id) => {
      const offer = catalog.offers.get(id);
      if (!offer) throw new Error(`the catalog holds no offer ${id}`);
      return offer;
    },
  };
}
