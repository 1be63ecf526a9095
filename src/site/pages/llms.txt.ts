import type { APIRoute } from 'astro';
import { asOf, catalog } from '../catalog.ts';
import { textResponse } from '../machines/left-out.ts';
import { llmsText } from '../machines/llms.ts';

export const GET: APIRoute = () => textResponse(llmsText(catalog, asOf), 'text/plain');
