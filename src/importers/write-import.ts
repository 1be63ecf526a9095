import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_FILE, setAsideDirectory, type UpstreamImport } from '../catalog/read-upstream.ts';
import { reportText } from './claims-text.ts';

/** The steps on the disk, so that a test can stop after any of them. */
export interface Disk {
  readonly makeDirectory: (path: string) => void;
  readonly list: (path: string) => string[];
  readonly write: (path: string, text: string) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
}

export const DISK: Disk = {
  makeDirectory: (path) => void mkdirSync(path, { recursive: true }),
  list: (path) => readdirSync(path),
  write: (path, text) => writeFileSync(path, text, { flush: true }),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { recursive: true, force: true }),
};

/**
 * Puts an import in the place of the one before. The new files are written beside it under a hidden name; then the
 * old directory is set aside and the new one takes its name, each in one step. Stopped at any moment, `readUpstream`
 * finds the old import or the new one, whole.
 */
export function writeImport(directory: string, upstream: string, next: UpstreamImport, disk: Disk = DISK): void {
  const place = join(directory, upstream);
  const aside = setAsideDirectory(directory, upstream);
  const fresh = join(directory, `.${upstream}.new`);
  disk.makeDirectory(directory);
  const found = disk.list(directory);
  if (!found.includes(upstream) && found.includes(`.${upstream}.old`)) disk.rename(aside, place);
  disk.remove(fresh);
  disk.makeDirectory(fresh);
  for (const [id, text] of next.texts) disk.write(join(fresh, `${id}.json`), text);
  disk.write(join(fresh, REPORT_FILE), reportText(next.report));
  disk.remove(aside);
  if (disk.list(directory).includes(upstream)) disk.rename(place, aside);
  disk.rename(fresh, place);
  disk.remove(aside);
}
