import type { APIRoute, GetStaticPaths } from 'astro';
import type { CatalogProvider } from '../../../catalog/catalog.ts';
import { asOf, catalog } from '../../catalog.ts';
import { markdownResponse } from '../../twins/markdown-response.ts';
import { providerTwin } from '../../twins/provider-twin.ts';

export const getStaticPaths = (() =>
  [...catalog.providers.values()].map((provider) => ({
    params: { provider: provider.id },
    props: { provider },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ provider: CatalogProvider }> = ({ props: { provider } }) =>
  markdownResponse(providerTwin(catalog, provider, asOf));
