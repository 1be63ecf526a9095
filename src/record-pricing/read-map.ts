import { parse } from 'yaml';
import * as z from 'zod';
import type { RecordMapping } from '../usage-records/index.ts';
import type { ReadMapText } from './record-map.ts';

const Relation = z.enum(['inside', 'beside']);

const MapFile = z.strictObject({
  models: z.record(z.string(), z.string()).exactOptional(),
  records: z
    .strictObject({
      model: z.string().exactOptional(),
      provider: z.string().exactOptional(),
      at: z.string().exactOptional(),
      requests: z.string().exactOptional(),
      cost: z.string().exactOptional(),
      currency: z.string().exactOptional(),
      key: z.string().exactOptional(),
      counts: z.record(z.string(), z.union([z.string(), z.strictObject({ column: z.string(), relation: Relation })])),
      fields: z.record(z.string(), z.string()).exactOptional(),
    })
    .exactOptional(),
});

const EXPECTED = 'expected models, records or both';

/** What is wrong with a map, after the place where it is. */
function issueWords({ path, message, ...issue }: z.core.$ZodIssue): string {
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  if (issue.code !== 'unrecognized_keys') return `${where}${path.length > 0 ? message : EXPECTED}`;
  const keys = issue.keys.map((key) => `"${key}"`).join(', ');
  const shape = path.length > 0 ? MapFile.shape.records.unwrap().shape : MapFile.shape;
  return `${where}nothing is called ${keys} there; expected ${Object.keys(shape).join(', ')}`;
}

/** Reads the text of a map. */
export function readMap(text: string): ReadMapText {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
  const read = MapFile.safeParse(value ?? {});
  if (!read.success) {
    return { problems: read.error.issues.map(issueWords) };
  }
  const { models = {}, records } = read.data;
  if (Object.keys(models).length === 0 && !records) return { problems: [`it names nothing; ${EXPECTED}`] };
  return { models, records: (records as RecordMapping | undefined) ?? null };
}
