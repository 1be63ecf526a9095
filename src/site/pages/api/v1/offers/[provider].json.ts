import type { APIRoute, GetStaticPaths } from 'astro';
import type { CatalogProvider } from '../../../../../catalog/catalog.ts';
import { offersDocument } from '../../../../api/documents.ts';
import { catalog } from '../../../../catalog.ts';

export const getStaticPaths = (() =>
  [...catalog.providers.values()].map((provider) => ({
    params: { provider: provider.id },
    props: { provider },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ provider: CatalogProvider }> = ({ props: { provider } }) =>
  Response.json(offersDocument(catalog, provider));
