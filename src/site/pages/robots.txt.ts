import type { APIRoute } from 'astro';
import { pageHref } from '../links.ts';
import { textResponse } from '../machines/left-out.ts';

export const GET: APIRoute = ({ site }) => {
  const lines = ['User-agent: *', 'Allow: /', ...(site ? [`Sitemap: ${new URL(pageHref('/sitemap.xml'), site)}`] : [])];
  return textResponse(`${lines.join('\n')}\n`, 'text/plain');
};
