import type { APIRoute } from 'astro';
import { packageVersion } from '../../../../catalog/package-version.ts';
import { openApi } from '../../../api/openapi.ts';
import { pageHref } from '../../../links.ts';

export const GET: APIRoute = ({ site }) => {
  const base = pageHref('/api/v1');
  return Response.json(openApi(packageVersion(), site ? new URL(base, site).href : base));
};
