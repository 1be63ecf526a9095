import type * as z from 'zod';
import type { Catalog, CatalogModel, CatalogProvider } from '../../catalog/catalog.ts';
import { catalogDocument } from '../../catalog/document.ts';
import { offersBy, offersOf } from '../../catalog/offers-of.ts';
import { offerTitle } from '../facts/offer-title.ts';
import type { DOCUMENTS, DocumentName } from './schemas.ts';

/** A document of the API as its schema describes it. */
export type ApiDocument<Name extends DocumentName> = z.input<(typeof DOCUMENTS)[Name]>;

/** What there is: ids, names, and the rules that further names fit. */
export function indexDocument(catalog: Catalog, version: string, asOf: string): ApiDocument<'Index'> {
  const { counts } = catalogDocument(catalog, version);
  return {
    schema: 'ratecard.index/1',
    version,
    as_of: asOf,
    counts,
    providers: [...catalog.providers.values()].map(({ id, name, aliases, model_match, kind }) => ({
      id,
      name,
      ...(aliases ? { aliases } : {}),
      ...(model_match ? { model_match } : {}),
      kind,
      offers: offersBy(catalog, id).length,
    })),
    models: [...catalog.models.values()].map(({ id, name, lab_name }) => ({
      id,
      name,
      lab_name,
      offers: offersOf(catalog, id).length,
    })),
    offers: [...catalog.offers.values()].map(({ id, model, model_id, name, aliases, match, trust }) => ({
      id,
      model,
      model_id,
      name,
      ...(aliases ? { aliases } : {}),
      ...(match ? { match } : {}),
      trust: trust.state,
      as_of: trust.as_of,
    })),
  };
}

/** The offers of one provider, whole; what the calculators read. */
export function offersDocument(catalog: Catalog, provider: CatalogProvider) {
  const offers = offersBy(catalog, provider.id).map((offer) => ({ title: offerTitle(catalog, offer), offer }));
  return { schema: 'ratecard.offers/1', provider: provider.id, offers } as const;
}

/** One model and the ids of its offers. */
export function modelDocument(catalog: Catalog, model: CatalogModel) {
  const offers = offersOf(catalog, model.id);
  return { schema: 'ratecard.model/1', model, offers: offers.map(({ id }) => id) } as const;
}

/** One provider and the ids of its offers. */
export function providerDocument(catalog: Catalog, provider: CatalogProvider) {
  const offers = offersBy(catalog, provider.id);
  return { schema: 'ratecard.provider/1', provider, offers: offers.map(({ id }) => id) } as const;
}

/** What can be counted. */
export function metersDocument(catalog: Catalog, version: string) {
  return { schema: 'ratecard.meters/1', meters: catalogDocument(catalog, version).meters } as const;
}
