import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordFormats } from '../scripts/lib/record-formats.ts';
import { ADAPTERS } from '../src/usage-records/index.ts';

test('everything that formats of usage records declare is on their page', () => {
  expect(recordFormats(ADAPTERS)).toBe(readFileSync('docs/RECORD-FORMATS.md', 'utf8'));
});
