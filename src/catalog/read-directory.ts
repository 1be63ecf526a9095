import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Assembled, assemble } from './assemble.ts';
import type { DataText } from './data-file.ts';
import { allUpstreamTexts } from './read-upstream.ts';

/** Reads every YAML file below a data directory; hidden folders and other files are left alone. */
export function readTexts(directory: string): DataText[] {
  const entries = readdirSync(directory, { withFileTypes: true, recursive: true });
  return entries.flatMap((entry): DataText[] => {
    const path = relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (!entry.isFile() || !entry.name.endsWith('.yaml') || path.split('/').some((part) => part.startsWith('.')))
      return [];
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
  const { texts, faults } = allUpstreamTexts(directory);
  const assembled = assemble([...readTexts(directory), ...texts]);
  const unsound = faults.map((message) => ({
    code: 'upstream_unsound' as const,
    args: { message },
    file: 'data/upstream',
    path: '',
    line: 0,
    column: 0,
  }));
  return { ...assembled, problems: [...assembled.problems, ...unsound] };
}
