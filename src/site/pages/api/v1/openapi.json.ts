import type { APIRoute } from 'astro';
import { openApi } from '../../../api/openapi.ts';
import { pageHref } from '../../../links.ts';
import { VERSION } from '../../../version.ts';

export const GET: APIRoute = ({ site }) => {
  const base = pageHref('/api/v1');
  return Response.json(openApi(VERSION, site ? new URL(base, site).href : base));
};
