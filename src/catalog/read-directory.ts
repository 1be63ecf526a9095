import { type Dirent, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Assembled, assemble } from './assemble.ts';
import { type DataText, MAX_DATA_SIZE } from './data-file.ts';
import { entriesBelow } from './entries-below.ts';
import type { CatalogProblem } from './problem.ts';
import { allUpstreamTexts } from './read-upstream.ts';

/**
 * Reads every YAML file below a data directory; hidden folders and others are left alone. What looks like a YAML file
 * and cannot be read as one is a problem, and so is a link to a folder, which is not followed.
 */
export function readTexts(directory: string, problems: CatalogProblem[]): DataText[] {
  return entriesBelow(directory).flatMap((entry) => {
    const path = relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (path.split('/').some((part) => part.startsWith('.'))) return [];
    if (!/\.ya?ml$/i.test(entry.name) && !isLinkToNoFile(entry)) return [];
    const text = readText(directory, path, entry, problems);
    return text === null ? [] : [{ path, text }];
  });
}

function isLinkToNoFile(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  return statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.isFile() !== true;
}

function readText(directory: string, path: string, entry: Dirent, problems: CatalogProblem[]): string | null {
  const note = (problem: Pick<CatalogProblem, 'code' | 'args'>, line = 0): null => {
    const place = { file: `data/${path}`, path: '', line, column: line === 0 ? 0 : 1 };
    problems.push({ ...problem, ...place } as CatalogProblem);
    return null;
  };
  let bytes: Buffer;
  try {
    const found = statSync(join(directory, path));
    if (entry.isDirectory()) return note({ code: 'misplaced_file', args: { expected: 'a file of this name' } });
    if (found.isDirectory()) {
      return note({ code: 'misplaced_file', args: { expected: 'a folder, not a link to one' } });
    }
    if (!path.endsWith('.yaml')) {
      return note({ code: 'misplaced_file', args: { expected: 'a name that ends in .yaml' } });
    }
    if (found.size > MAX_DATA_SIZE) {
      return note({ code: 'too_large', args: { size: found.size, most: MAX_DATA_SIZE } });
    }
    bytes = readFileSync(join(directory, path));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return note({ code: 'unreadable', args: { reason } });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const before = bytes.toString('utf8').split('\uFFFD')[0] ?? '';
    return note({ code: 'not_utf8', args: {} }, before.split('\n').length);
  }
}

/** Reads and puts together the catalog of a data directory; problems name its files as `shown` does, `data/...`. */
export function readCatalog(directory: string, shown = directory): Assembled {
  const name = shown.replace(/\/+$/, '');
  const found = statSync(directory, { throwIfNoEntry: false });
  if (!found?.isDirectory()) {
    const args = { directory, found: found ? ('a file' as const) : ('nothing' as const) };
    const problem = { code: 'no_such_directory' as const, args, file: directory, path: '', line: 0, column: 0 };
    return { ...assemble([]), problems: [problem] };
  }
  const problems: CatalogProblem[] = [];
  const { texts, faults } = allUpstreamTexts(directory);
  const assembled = assemble([...readTexts(directory, problems), ...texts]);
  const place = { file: 'data/upstream', path: '', line: 0, column: 0 };
  for (const message of faults) problems.push({ code: 'upstream_unsound', args: { message }, ...place });
  const named = [...problems, ...assembled.problems].map((problem) => ({
    ...problem,
    file: problem.file.replace(/^data(?=\/)/, () => name),
  }));
  return { ...assembled, problems: named };
}
