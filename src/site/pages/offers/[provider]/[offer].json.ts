import type { APIRoute, GetStaticPaths } from 'astro';
import type { CatalogOffer } from '../../../../catalog/catalog.ts';
import { offerCard } from '../../../calculator/offer-card.ts';
import { catalog } from '../../../catalog.ts';
import { offerTitle } from '../../../facts/offer-title.ts';

export const getStaticPaths = (() =>
  [...catalog.offers.values()].map((offer) => ({
    params: { provider: offer.provider, offer: offer.id.slice(offer.provider.length + 1) },
    props: { offer },
  }))) satisfies GetStaticPaths;

/** What the calculator needs of one offer. */
export const GET: APIRoute<{ offer: CatalogOffer }> = ({ props: { offer } }) =>
  Response.json(offerCard(offer, offerTitle(catalog, offer)));
