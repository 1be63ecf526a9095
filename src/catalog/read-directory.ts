import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Assembled, assemble } from './assemble.ts';
import { isClaimsPath } from './claims/read-claims.ts';
import type { DataText } from './data-file.ts';

/** Reads every YAML file and every upstream's claims below a data directory; hidden folders and others are left alone. */
export function readTexts(directory: string): DataText[] {
  const entries = readdirSync(directory, { withFileTypes: true, recursive: true });
  return entries.flatMap((entry): DataText[] => {
    const path = relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/');
    const isData = entry.name.endsWith('.yaml') || isClaimsPath(path);
    if (!entry.isFile() || !isData || path.split('/').some((part) => part.startsWith('.'))) return [];
    return [{ path, text: readFileSync(join(directory, path), 'utf8') }];
  });
}

/** Reads and puts together the catalog of a data directory. */
export function readCatalog(directory: string): Assembled {
  if (!existsSync(directory)) {
    const problem = {
      code: 'no_such_directory' as const,
      args: { directory },
      file: directory,
      path: '',
      line: 0,
      column: 0,
    };
    return { ...assemble([]), problems: [problem] };
  }
  return assemble(readTexts(directory));
}
