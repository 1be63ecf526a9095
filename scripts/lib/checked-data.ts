import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

let directory: string | null = null;

/** A data directory with what was checked by hand alone, which no import changes. */
export function checkedData(): string {
  if (directory === null) {
    directory = mkdtempSync(join(tmpdir(), 'ratecard-checked-'));
    cpSync('data', directory, { recursive: true, filter: (path) => !path.split(sep).includes('upstream') });
  }
  return directory;
}
