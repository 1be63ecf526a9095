import type { APIRoute } from 'astro';
import { packageVersion } from '../../../../catalog/package-version.ts';
import { metersDocument } from '../../../api/documents.ts';
import { catalog } from '../../../catalog.ts';

export const GET: APIRoute = () => Response.json(metersDocument(catalog, packageVersion()));
