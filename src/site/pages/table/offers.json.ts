import type { APIRoute } from 'astro';
import { indexText } from '../../offer-index/index-text.ts';
import { tableIndex } from '../../table-index.ts';

/** The index of all offers, which the table ranks in the browser. */
export const GET: APIRoute = () =>
  new Response(indexText(tableIndex), { headers: { 'content-type': 'application/json' } });
