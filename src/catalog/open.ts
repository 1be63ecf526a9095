import { fileURLToPath } from 'node:url';
import type { Assembled } from './assemble.ts';
import { readCatalog } from './read-directory.ts';

/**
 * Opens the catalog: of a data directory when one is given, else the one that comes with the package, else that
 * of the checkout around this file.
 */
export function openCatalog(directory: string | null = null): Assembled {
  if (directory !== null) return readCatalog(directory);
  return readCatalog(fileURLToPath(new URL('../../data', import.meta.url)));
}
