import type { APIRoute } from 'astro';
import { packageVersion } from '../../../../catalog/package-version.ts';
import { indexDocument } from '../../../api/documents.ts';
import { asOf, catalog } from '../../../catalog.ts';

export const GET: APIRoute = () => Response.json(indexDocument(catalog, packageVersion(), asOf));
