import type { APIRoute, GetStaticPaths } from 'astro';
import type { CatalogModel } from '../../../../../../catalog/catalog.ts';
import { modelDocument } from '../../../../../api/documents.ts';
import { catalog } from '../../../../../catalog.ts';

export const getStaticPaths = (() =>
  [...catalog.models.values()].map((model) => ({
    params: { lab: model.lab, model: model.id.slice(model.lab.length + 1) },
    props: { model },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ model: CatalogModel }> = ({ props: { model } }) =>
  Response.json(modelDocument(catalog, model));
