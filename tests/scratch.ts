import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run of the tests a folder of its own for what they write, which goes when they end. */
export default function scratch(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ratecard-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
