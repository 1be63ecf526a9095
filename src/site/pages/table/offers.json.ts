import type { APIRoute } from 'astro';
import { tableIndex } from '../../table-index.ts';

/** The index of all offers, which the table ranks in the browser. */
export const GET: APIRoute = () => Response.json(tableIndex);
