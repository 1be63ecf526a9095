import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allUpstreamTexts, readUpstream, readUpstreamTexts, upstreamsOf } from '../src/catalog/read-upstream.ts';

const CLAIMS = JSON.stringify({
  schema: 'ratecard.claims/1',
  upstream: 'zoo',
  version: '1',
  provider: { id: 'acme' },
  currency: 'USD',
  sources: { upstream: { url: 'https://zoo.example', retrieved: '2026-11-20' } },
  offers: [],
});

function reportOf(files: Readonly<Record<string, string>>): string {
  const named = Object.entries(files).map(([name, text]) => [
    name,
    { offers: 0, sha256: createHash('sha256').update(text).digest('hex') },
  ]);
  return JSON.stringify({
    schema: 'ratecard.import-report/1',
    upstream: 'zoo',
    version: '1',
    rows: { read: 0, priced: 0, claims: 0, left_out: 0, rates: 0 },
    states: {},
    reasons: {},
    notes: [],
    files: Object.fromEntries(named),
  });
}

/** A data directory with one import, `zoo`, of one provider, `acme`. */
function dataWithImport(): { data: string; upstream: string; zoo: string } {
  const data = mkdtempSync(join(tmpdir(), 'ratecard-upstream-'));
  const upstream = join(data, 'upstream');
  const zoo = join(upstream, 'zoo');
  mkdirSync(zoo, { recursive: true });
  writeFileSync(join(zoo, 'acme.json'), CLAIMS);
  writeFileSync(join(zoo, 'report.json'), reportOf({ acme: CLAIMS }));
  writeFileSync(join(zoo, 'notes.txt'), 'not a part of it');
  return { data, upstream, zoo };
}

test('an import is the texts that its report names', () => {
  const { data, upstream } = dataWithImport();
  const found = readUpstream(upstream, 'zoo');
  expect([...(found?.texts ?? [])]).toEqual([['acme', CLAIMS]]);
  expect(found?.files.get('acme')?.provider.id).toBe('acme');
  expect(found?.report.version).toBe('1');
  expect(readUpstream(upstream, 'none')).toBeNull();
  expect(allUpstreamTexts(data)).toEqual({ texts: [{ path: 'upstream/zoo/acme.json', text: CLAIMS }], faults: [] });
});

test('one that was set aside is read from there, and hidden folders and files are none', () => {
  const { upstream, zoo } = dataWithImport();
  renameSync(zoo, join(upstream, '.zoo.old'));
  mkdirSync(join(upstream, 'ant'));
  mkdirSync(join(upstream, '.git'));
  writeFileSync(join(upstream, 'README.md'), '');
  expect(upstreamsOf(upstream)).toEqual(['ant', 'zoo']);
  expect([...(readUpstreamTexts(upstream, 'zoo')?.texts.keys() ?? [])]).toEqual(['acme']);
  expect(readUpstreamTexts(upstream, 'ant')).toBeNull();
  expect(upstreamsOf(join(upstream, 'nowhere'))).toEqual([]);
});

test.each<[string, (zoo: string) => void, (zoo: string) => string]>([
  ['no report', (zoo) => rmSync(join(zoo, 'report.json')), (zoo) => `${zoo} has no report.json; import zoo again`],
  [
    'a file more, and another',
    (zoo) => {
      writeFileSync(join(zoo, 'more.json'), '{}');
      writeFileSync(join(zoo, 'other.json'), '{}');
    },
    (zoo) => `${zoo} holds more.json, other.json, which its report.json does not name`,
  ],
  [
    'a file less',
    (zoo) => rmSync(join(zoo, 'acme.json')),
    (zoo) => `${join(zoo, 'acme.json')} is missing, but report.json names it; import zoo again`,
  ],
  [
    'a file changed',
    (zoo) => writeFileSync(join(zoo, 'acme.json'), `${CLAIMS} `),
    (zoo) =>
      `${join(zoo, 'acme.json')} is not as it was imported; import zoo again, or take it back from version control`,
  ],
])('an import with %s is told and not read by halves', (_name, spoil, words) => {
  const { data, zoo } = dataWithImport();
  spoil(zoo);
  expect(allUpstreamTexts(data)).toEqual({ texts: [], faults: [words(zoo)] });
});
