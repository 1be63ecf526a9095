import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Assembled } from './assemble.ts';
import { type CatalogDocument, catalogDocument, catalogFromDocument } from './document.ts';
import { entriesBelow } from './entries-below.ts';
import type { CatalogProblem } from './problem.ts';
import { readCatalog } from './read-directory.ts';

/** A catalog that was put together before, with what it was made from. */
interface Compiled {
  readonly fingerprint: string;
  readonly document: CatalogDocument;
  readonly problems: readonly CatalogProblem[];
}

/**
 * The catalog of a data directory, kept in one file so that it need not be put together again while neither the
 * data nor the code that reads it has changed. A file that cannot be read or written only costs time.
 */
export function readCompiled(directory: string, code: readonly string[], file: string): Assembled {
  const fingerprint = fingerprintOf([directory, ...code]);
  const kept = readKept(file);
  if (kept?.fingerprint === fingerprint) {
    return { catalog: catalogFromDocument(kept.document), aliases: null, problems: kept.problems };
  }
  const assembled = readCatalog(directory, 'data');
  const document = catalogDocument(assembled.catalog, fingerprint);
  keep(file, { fingerprint, document, problems: assembled.problems });
  return assembled;
}

/** A hash over the path, size and time of everything below some directories, and of what a link leads to. */
function fingerprintOf(directories: readonly string[]): string {
  const hash = createHash('sha256');
  for (const directory of directories) {
    for (const entry of entriesBelow(directory)) {
      const path = join(entry.parentPath, entry.name);
      const found = statSync(path, { throwIfNoEntry: false });
      hash.update(`${path} ${found?.size} ${found?.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function readKept(file: string): Compiled | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Compiled;
  } catch {
    return null;
  }
}

/** Writes beside, then renames, so that a reader finds the old file or the new one, never half. */
function keep(file: string, compiled: Compiled): void {
  const beside = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, JSON.stringify(compiled));
    renameSync(beside, file);
  } catch {
    // A checkout that cannot be written to is read afresh each time.
  }
}
