import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Catalog } from '../src/catalog/catalog.ts';
import { readCompiled } from '../src/catalog/compiled-catalog.ts';
import { catalogDocument, catalogFromDocument, catalogJson } from '../src/catalog/document.ts';
import { checkCatalog, openCatalog } from '../src/catalog/open.ts';
import { packageVersion } from '../src/catalog/package-version.ts';
import { locatedText } from '../src/catalog/problem.ts';
import { smallCatalog } from './export-fixture.ts';

const METERS = 'meters:\n  - { id: messages, one: message, many: messages, implied: "1" }\n';
const PROVIDER = 'name: Acme\nkind: host\ncurrency: USD\nsources: {}\n';

function directory(texts: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'ratecard-kept-'));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test('a catalog is put together once, and again when its data or the code that reads it change', () => {
  const data = directory({ 'meters.yaml': METERS, 'providers/acme.yaml': PROVIDER, 'providers/beta.yaml': 'nam: B\n' });
  const code = directory({ 'deep/code.ts': '1' });
  const file = join(directory({}), 'new', 'deep', 'kept.json');
  const read = () => readCompiled(data, [code], file);
  const first = read();
  expect([...first.catalog.providers.keys()]).toEqual(['acme']);
  expect(first.problems.map(({ file, code }) => `${file} ${code}`)).toContain('data/providers/beta.yaml unknown_key');
  expect(readdirSync(dirname(file))).toEqual(['kept.json']);
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { document: { providers: { name: string }[] } };
  kept.document.providers[0] = { ...kept.document.providers[0], name: 'Kept' };
  writeFileSync(file, JSON.stringify(kept));
  const again = read();
  expect(again.catalog.providers.get('acme')?.name).toBe('Kept');
  expect(again.problems).toEqual(first.problems);
  expect(again.aliases).toBeNull();
  writeFileSync(join(code, 'deep/code.ts'), '22');
  expect(read().catalog.providers.get('acme')?.name).toBe('Acme');
  writeFileSync(file, '{ cut');
  expect(read().catalog.providers.get('acme')?.name).toBe('Acme');
  writeFileSync(join(data, 'providers/gamma.yaml'), PROVIDER);
  expect([...read().catalog.providers.keys()]).toEqual(['acme', 'gamma']);
  rmSync(join(data, 'providers/acme.yaml'));
  expect([...read().catalog.providers.keys()]).toEqual(['gamma']);
});

test('a link that leads nowhere is a problem of a catalog that is kept', () => {
  const data = directory({ 'meters.yaml': METERS, 'providers/acme.yaml': PROVIDER });
  symlinkSync('nowhere', join(data, 'providers/lost.yaml'));
  const file = join(directory({}), 'kept.json');
  const read = () => readCompiled(data, [], file).problems.map(({ file, code }) => `${file} ${code}`);
  expect([read(), read()]).toEqual([['data/providers/lost.yaml unreadable'], ['data/providers/lost.yaml unreadable']]);
});

test('a catalog that cannot be kept is read all the same', () => {
  const data = directory({ 'meters.yaml': METERS, 'providers/acme.yaml': PROVIDER });
  const file = join(data, 'meters.yaml', 'kept.json');
  expect([...readCompiled(data, [], file).catalog.providers.keys()]).toEqual(['acme']);
});

test('a catalog of a directory is opened and checked from its files', () => {
  const data = directory({ 'meters.yaml': METERS, 'providers/acme.yaml': PROVIDER, 'providers/b.yaml': 'name: B\n' });
  for (const { catalog, problems } of [openCatalog(data), checkCatalog(data)]) {
    expect([...catalog.providers.keys()]).toEqual(['acme']);
    expect(problems.map(locatedText)[0]).toBe(`${data}/providers/b.yaml:1:1 kind: "kind" is missing`);
  }
});

test('a document counts what it holds, and is the catalog again', () => {
  const catalog = smallCatalog();
  const document = catalogDocument(catalog, '1.2.3');
  expect([document.schema, document.version]).toEqual(['ratecard.catalog/1', '1.2.3']);
  expect(document.counts).toEqual({ meters: 9, providers: 2, models: 1, offers: 2, workloads: 0, rates: 12 });
  expect(document.meters.slice(2, 4)).toEqual([
    { id: 'input_tokens', one: 'input token', many: 'input tokens' },
    { id: 'cache_read_tokens', one: 'cached input token', many: 'cached input tokens', within: ['input_tokens'] },
  ]);
  expect(catalogFromDocument(document)).toEqual(catalog);
  expect(catalogFromDocument(JSON.parse(catalogJson(catalog, '1')))).toEqual(catalog);
  expect(catalogJson(catalog, '1')).toMatch(
    /^\{\n {2}"schema": "ratecard\.catalog\/1",\n {2}"version": "1",[\s\S]*\}\n$/,
  );
});

test('a document keeps workloads', () => {
  const workload = { kind: 'requests', requests: 5 } as const;
  const catalog = { ...smallCatalog(), workloads: new Map([['chat', { id: 'chat', workload }]]) };
  const document = catalogDocument(catalog as Catalog, '1');
  expect(document.counts.workloads).toBe(1);
  expect(catalogFromDocument(document).workloads).toEqual(catalog.workloads);
});

test.each(['meters', 'providers', 'models', 'offers'] as const)('a document that lost some %s is refused', (list) => {
  const document = catalogDocument(smallCatalog(), '1');
  const held = document[list].length;
  expect(() => catalogFromDocument({ ...document, [list]: document[list].slice(1) })).toThrow(
    `the catalog says that it has ${held} ${list} and has ${held - 1}`,
  );
});

test('a document of a schema that nobody knows is refused', () => {
  const document = { ...catalogDocument(smallCatalog(), '1'), schema: 'ratecard.catalog/2' as never };
  expect(() => catalogFromDocument(document)).toThrow(
    'expected a document of schema ratecard.catalog/1, found ratecard.catalog/2',
  );
  const workload = { id: 'w', workload: {} } as never;
  expect(() => catalogFromDocument({ ...catalogDocument(smallCatalog(), '1'), workloads: [workload] })).toThrow(
    'the catalog says that it has 0 workloads and has 1',
  );
});

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(packageVersion()).toBe(version);
});
