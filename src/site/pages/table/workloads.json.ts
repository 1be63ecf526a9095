import type { APIRoute } from 'astro';
import { catalog } from '../../catalog.ts';

/** The presets with the reasons for their numbers, for the calculator. */
export const GET: APIRoute = () => Response.json([...catalog.workloads.values()]);
