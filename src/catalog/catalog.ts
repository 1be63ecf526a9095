import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import { offersByOwner } from './by-owner.ts';
import type { ModelFile } from './schema/model-file.ts';
import type { OfferFile } from './schema/offer-file.ts';
import type { ProviderFile } from './schema/provider-file.ts';
import type { CatalogSource } from './schema/source.ts';

/** A provider with its id. */
export interface CatalogProvider extends ProviderFile {
  readonly id: string;
}

/** A model with its id, `lab/model`. */
export interface CatalogModel extends ModelFile {
  readonly id: string;
  readonly lab: string;
}

/**
 * An offer as its file has it, with its id and what its provider adds: currency, funding and their sources, whose
 * keys begin with `provider/`. It is also the {@link Offer} that the engine prices.
 */
export interface CatalogOffer
  extends Omit<OfferFile, 'currency' | 'sources' | 'periods'>,
    Omit<Offer, 'sources' | 'model'> {
  readonly sources: Readonly<Record<string, CatalogSource>>;
}

/** Everything the catalog knows, by id. */
export interface Catalog {
  readonly meters: Meters;
  readonly providers: ReadonlyMap<string, CatalogProvider>;
  readonly models: ReadonlyMap<string, CatalogModel>;
  readonly offers: ReadonlyMap<string, CatalogOffer>;
}

/** The offers of a model, in the order of their ids. */
export function offersOf(catalog: Catalog, model: string): CatalogOffer[] {
  return [...offersByOwner(catalog).model(model)];
}

/** The offers of a provider, in the order of their ids. */
export function offersBy(catalog: Catalog, provider: string): CatalogOffer[] {
  return [...offersByOwner(catalog).provider(provider)];
}
