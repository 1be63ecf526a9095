import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Assembled } from './assemble.ts';
import { type CatalogDocument, catalogFromDocument } from './document.ts';
import { readCatalog } from './read-directory.ts';

const PACKAGED = new URL('../catalog.json', import.meta.url);
const CHECKED_OUT = new URL('../../data', import.meta.url);

/**
 * Opens the catalog: of a data directory when one is given, else the one that comes with the package, which was
 * checked when it was built, else that of the checkout around this file.
 */
export function openCatalog(directory: string | null = null): Assembled {
  if (directory !== null) return readCatalog(directory);
  if (!existsSync(PACKAGED)) return readCatalog(fileURLToPath(CHECKED_OUT));
  const document = JSON.parse(readFileSync(PACKAGED, 'utf8')) as CatalogDocument;
  return { catalog: catalogFromDocument(document), aliases: null, problems: [] };
}
