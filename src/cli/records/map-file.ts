import type { Catalog } from '../../catalog/catalog.ts';
import { isNotFound } from '../../catalog/find-offer.ts';
import { resolveOffer } from '../../catalog/resolve-offer.ts';
import { ruleWords } from '../../catalog/words/rule-words.ts';
import { readMap } from '../../record-pricing/read-map.ts';
import { type Adapter, mappedAdapter } from '../../usage-records/index.ts';
import { notFoundLines } from '../catalog-access.ts';
import { wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';

/** `--map`: offers by the names that records use, and where records of one's own keep what. */
export interface ReadMap {
  /** The ids of offers by the names that records use. */
  readonly names: ReadonlyMap<string, string>;
  readonly adapter: Adapter | null;
}

/** Reads a map file; ends the command where it is none. */
export function readMapFile(path: string, catalog: Catalog, io: Io): ReadMap {
  const read = readMap(textOf(path, io));
  if ('problems' in read) throw wrongCommandLine(...read.problems.map((problem) => `${path}: ${problem}`));
  const { models, records } = read;
  const names = new Map(Object.entries(models).map(([name, offer]) => [name, offerOf(offer, path, catalog, io)]));
  const adapter = records ? mappedAdapter(records) : null;
  if (typeof adapter === 'string') throw wrongCommandLine(`${path}: records: ${adapter}`);
  return { names, adapter };
}

/** The id of an offer that the map names. */
function offerOf(name: string, path: string, catalog: Catalog, io: Io): string {
  const found = resolveOffer(catalog, name);
  if (isNotFound(found)) throw wrongCommandLine(`${path}: models:`, ...notFoundLines(found, 'offer'));
  if (found.by === 'rule') io.err(ruleWords(name, found.offer.id));
  return found.offer.id;
}

function textOf(path: string, io: Io): string {
  try {
    return io.readFile(path);
  } catch (error) {
    throw wrongCommandLine(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
