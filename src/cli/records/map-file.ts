import { parse } from 'yaml';
import * as z from 'zod';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Adapter, RecordMapping } from '../../usage-records/index.ts';
import { mappedAdapter } from '../../usage-records/index.ts';
import { requireOffer } from '../catalog-access.ts';
import { wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';

const Relation = z.enum(['inside', 'beside']);

/** `--map`: offers by the names that records use, and where records of one's own keep what. */
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

export interface ReadMap {
  /** The ids of offers by the names that records use. */
  readonly names: ReadonlyMap<string, string>;
  readonly adapter: Adapter | null;
}

/** Reads a map file; ends the command where it is none. */
export function readMapFile(path: string, catalog: Catalog, io: Io): ReadMap {
  let value: unknown;
  try {
    value = parse(io.readFile(path));
  } catch (error) {
    throw wrongCommandLine(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = MapFile.safeParse(value ?? {});
  if (!read.success) {
    throw wrongCommandLine(...read.error.issues.map((issue) => `${path} ${issue.path.join('.')}: ${issue.message}`));
  }
  const names = new Map(
    Object.entries(read.data.models ?? {}).map(([name, offer]) => [name, requireOffer(catalog, offer, io).id]),
  );
  const mapping = read.data.records as RecordMapping | undefined;
  const adapter = mapping ? mappedAdapter(mapping) : null;
  if (typeof adapter === 'string') throw wrongCommandLine(`${path} records: ${adapter}`);
  return { names, adapter };
}
