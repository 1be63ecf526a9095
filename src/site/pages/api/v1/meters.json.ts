import type { APIRoute } from 'astro';
import { metersDocument } from '../../../api/documents.ts';
import { catalog } from '../../../catalog.ts';
import { VERSION } from '../../../version.ts';

export const GET: APIRoute = () => Response.json(metersDocument(catalog, VERSION));
