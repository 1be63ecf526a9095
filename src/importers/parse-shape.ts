import type * as z from 'zod';
import { UpstreamError } from './translation.ts';

/** Data of a shape without which nothing of an upstream can be read. */
export function parseShape<S extends z.ZodType>(schema: S, data: unknown, expected: string): z.output<S> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new UpstreamError(`the upstream's shape has changed: expected ${expected}; ${faultOf(result.error)}`);
}

/** The first faults of a shape, with their places: `models/3/id: expected a string`. */
export function faultOf(error: z.ZodError): string {
  const faults = error.issues.slice(0, 3).map(({ path, message }) => `${path.map(String).join('/')}: ${message}`);
  return faults.join('; ');
}
