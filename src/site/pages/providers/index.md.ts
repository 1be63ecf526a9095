import type { APIRoute } from 'astro';
import { catalog } from '../../catalog.ts';
import { providersTwin } from '../../twins/index-twins.ts';
import { markdownResponse } from '../../twins/markdown-response.ts';

export const GET: APIRoute = () => markdownResponse(providersTwin(catalog));
