import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Assembled } from './assemble.ts';
import { readCompiled } from './compiled-catalog.ts';
import { type CatalogDocument, catalogFromDocument } from './document.ts';
import { readCatalog } from './read-directory.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PACKAGED = here('../catalog.json');
const CHECKED_OUT = here('../../data');

/**
 * Opens the catalog: of a data directory when one is given, else the one that comes with the package, which was
 * checked when it was built, else that of the checkout around this file, put together once for each change of it.
 */
export function openCatalog(directory: string | null = null): Assembled {
  if (directory !== null) return readCatalog(directory);
  if (existsSync(PACKAGED)) return readPackaged();
  return readCompiled(
    CHECKED_OUT,
    [here('.'), here('../engine'), here('../workload')],
    here('../../.cache/catalog.json'),
  );
}

/** {@link openCatalog} from the files themselves, whatever was put together before. */
export function checkCatalog(directory: string | null = null): Assembled {
  if (directory !== null) return readCatalog(directory);
  return existsSync(PACKAGED) ? readPackaged() : readCatalog(CHECKED_OUT, 'data');
}

function readPackaged(): Assembled {
  const document = JSON.parse(readFileSync(PACKAGED, 'utf8')) as CatalogDocument;
  return { catalog: catalogFromDocument(document), aliases: null, problems: [] };
}
