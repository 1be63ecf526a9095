import type { APIRoute, GetStaticPaths } from 'astro';
import type { CatalogOffer } from '../../../../catalog/catalog.ts';
import { asOf, catalog } from '../../../catalog.ts';
import { markdownResponse } from '../../../twins/markdown-response.ts';
import { offerTwin } from '../../../twins/offer-twin.ts';

export const getStaticPaths = (() =>
  [...catalog.offers.values()].map((offer) => ({
    params: { provider: offer.provider, offer: offer.id.slice(offer.provider.length + 1) },
    props: { offer },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ offer: CatalogOffer }> = ({ props: { offer } }) =>
  markdownResponse(offerTwin(catalog, offer, asOf));
