import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file, folder and link below a directory. Links are listed and not followed, so that none leads in a circle. */
export function entriesBelow(directory: string): Dirent[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry, ...entriesBelow(join(entry.parentPath, entry.name))] : [entry],
  );
}
