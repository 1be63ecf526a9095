import type { APIRoute } from 'astro';
import { catalog } from '../catalog.ts';
import { leftOut, textResponse } from '../machines/left-out.ts';
import { sitemap } from '../machines/sitemap.ts';

export const GET: APIRoute = ({ site }) =>
  site ? textResponse(sitemap(catalog, site), 'application/xml') : leftOut('/sitemap.xml');
