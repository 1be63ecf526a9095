import { asOf, catalog } from './catalog.ts';
import { offerIndex } from './offer-index/index-of.ts';
import type { OfferIndex } from './offer-index/offer-index.ts';

/** The index of all offers, made once for all pages. */
export const tableIndex: OfferIndex = offerIndex(catalog, asOf);
