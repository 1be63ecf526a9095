import type { APIRoute, GetStaticPaths } from 'astro';
import type { CatalogOffer } from '../../../../../../catalog/catalog.ts';
import { offerDocument } from '../../../../../api/documents.ts';
import { catalog } from '../../../../../catalog.ts';

export const getStaticPaths = (() =>
  [...catalog.offers.values()].map((offer) => ({
    params: { provider: offer.provider, offer: offer.id.slice(offer.provider.length + 1) },
    props: { offer },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ offer: CatalogOffer }> = ({ props: { offer } }) =>
  Response.json(offerDocument(catalog, offer));
