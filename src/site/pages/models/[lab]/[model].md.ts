import type { APIRoute, GetStaticPaths } from 'astro';
import type { CatalogModel } from '../../../../catalog/catalog.ts';
import { asOf, catalog } from '../../../catalog.ts';
import { markdownResponse } from '../../../twins/markdown-response.ts';
import { modelTwin } from '../../../twins/model-twin.ts';

export const getStaticPaths = (() =>
  [...catalog.models.values()].map((model) => ({
    params: { lab: model.lab, model: model.id.slice(model.lab.length + 1) },
    props: { model },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ model: CatalogModel }> = ({ props: { model } }) =>
  markdownResponse(modelTwin(catalog, model, asOf));
