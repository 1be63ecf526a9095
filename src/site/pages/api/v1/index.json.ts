import type { APIRoute } from 'astro';
import { indexDocument } from '../../../api/documents.ts';
import { asOf, catalog } from '../../../catalog.ts';
import { VERSION } from '../../../version.ts';

export const GET: APIRoute = () => Response.json(indexDocument(catalog, VERSION, asOf));
