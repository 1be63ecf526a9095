import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { assemble } from '../src/catalog/assemble.ts';
import { locatedText } from '../src/catalog/problem.ts';
import { schemaKeys } from '../src/catalog/schema-keys.ts';

const METERS = readFileSync(new URL('../data/meters.yaml', import.meta.url), 'utf8');
const PLACES =
  'meters.yaml, an alias file, providers/, models/<lab>/, offers/<provider>/, workloads/ or upstream/<name>/';

test.each([
  'provider.yaml',
  'meters.yml',
  'meters.yaml.yaml',
  'old/meters.yaml',
  'old/model-aliases.yaml',
  'old/provider-aliases.yaml',
  'providers/acme/one.yaml',
  'old/providers/acme.yaml',
  'providers/acme.yaml.old',
  'models/one.yaml',
  'models/lab/deep/one.yaml',
  'old/models/lab/one.yaml',
  'models/lab/one.yaml.old',
  'offers/one.yaml',
  'offers/acme/deep/one.yaml',
  'old/offers/acme/one.yaml',
  'offers/acme/one.yaml.old',
  'workloads/chat/one.yaml',
  'old/workloads/chat.yaml',
  'workloads/chat.yaml.old',
])('%s is not where the catalog looks', (path) => {
  expect(assemble([{ path, text: 'name: One' }]).problems.map(locatedText)).toEqual([
    `data/${path}: this file is not where the catalog looks; expected ${PLACES}`,
  ]);
});

test.each([
  ['meters.yaml', 'meters'],
  ['provider-aliases.yaml', 'providers'],
  ['model-aliases.yaml', 'labs'],
  ['providers/acme.yaml', 'kind'],
  ['models/lab/one.yaml', 'lab_name'],
  ['offers/acme/one.yaml', 'model_id'],
])('%s lacks %s', (path, key) => {
  const { problems } = assemble([{ path, text: 'nothing: here' }]);
  expect(problems.map(locatedText)).toContain(`data/${path}:1:1 ${key}: "${key}" is missing`);
});

test('an ending inside a path is part of a name', () => {
  expect(assemble([{ path: 'models/.yaml/one.yaml', text: 'name: One' }]).problems.map(locatedText)).toEqual([
    'data/models/.yaml/one.yaml: ".yaml" is part of an id; expected lower-case letters, digits, dots, dashes or underscores; rename the file',
  ]);
});

test('files that their schemas refuse make no entries, and are told once each, by their paths', () => {
  const { catalog, problems } = assemble([
    { path: 'providers/acme.yaml', text: 'kind: host\ncurrency: USD\nsources: {}' },
    { path: 'models/lab/one.yaml', text: 'lab_name: Lab\nsources: {}' },
    { path: 'meters.yaml', text: 'meters: 5' },
    { path: 'workloads/chat.yaml', text: 'kind: requests\nnam: Chat\nrequests: 5\ninput_tokens: 100' },
  ]);
  expect([catalog.meters, catalog.models, catalog.providers, catalog.workloads].map(({ size }) => size)).toEqual([
    0, 0, 0, 0,
  ]);
  expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'data/meters.yaml wrong_type',
    'data/models/lab/one.yaml missing_key',
    'data/providers/acme.yaml missing_key',
    'data/workloads/chat.yaml unknown_key',
  ]);
});

test('files make entries by their paths, whatever the order in which they are given', () => {
  const texts = [
    { path: 'workloads/chat.yaml', text: 'kind: requests\nname: Chat\nrequests: 5\ninput_tokens: 100\n' },
    { path: 'providers/acme.yaml', text: 'name: Acme\nkind: host\ncurrency: USD\nsources: {}\n' },
    { path: 'models/lab/one.yaml', text: 'name: One\nlab_name: Lab\nsources: {}\n' },
    {
      path: 'offers/acme/one.yaml',
      text: 'model: lab/one\nmodel_id: one\nname: One\ncurrency: EUR\nchecked: 2026-11-20\nperiods: [{ from: null, until: null, rates: [] }]\nsources: { terms: { url: "https://acme.example", retrieved: 2026-11-20 } }\n',
    },
    {
      path: 'offers/acme/two.yaml',
      text: 'model: lab/one\nmodel_id: two\nname: Two\nchecked: 2026-11-20\nperiods: [{ from: null, until: null, rates: [{ meter: messages, price: "1", per: 1, source: sheet }] }]\nsources: { terms: { url: "https://acme.example", retrieved: 2026-11-20 }, sheet: { url: "https://acme.example/two", retrieved: 2026-11-20 } }\n',
    },
    { path: 'meters.yaml', text: METERS },
  ];
  for (const given of [texts, texts.toReversed()]) {
    const { catalog, aliases, problems } = assemble(given);
    expect(problems).toEqual([]);
    expect(aliases).toBeNull();
    expect(catalog.workloads.get('chat')).toMatchObject({ id: 'chat', workload: { name: 'Chat' } });
    expect(catalog.providers.get('acme')).toMatchObject({ id: 'acme', name: 'Acme' });
    expect(catalog.models.get('lab/one')).toMatchObject({ id: 'lab/one', lab: 'lab', name: 'One' });
    expect(catalog.offers.get('acme/one')).toMatchObject({ id: 'acme/one', provider: 'acme', currency: 'EUR' });
    expect(catalog.offers.get('acme/one')?.trust).toMatchObject({ state: 'checked', agreeing: ['terms'] });
    expect(catalog.offers.get('acme/two')?.trust.agreeing).toEqual(['sheet']);
  }
});

test('keys that may stand at a place are those of its kind there', () => {
  const schema = z.strictObject({
    name: z.string(),
    list: z.array(z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.string() })])).optional(),
    by_id: z.record(z.string(), z.strictObject({ url: z.string() })),
    tiers: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('one'), first: z.string() }),
      z.strictObject({ kind: z.literal('two'), second: z.strictObject({ deep: z.string() }) }),
    ]),
  });
  const value = { list: [{}], by_id: { x: {} }, tiers: { kind: 'two', second: {} } };
  const keys = (...path: PropertyKey[]): string[] => schemaKeys(schema, path, value);
  expect(keys()).toEqual(['name', 'list', 'by_id', 'tiers']);
  expect(keys('list', 0)).toEqual(['a', 'b']);
  expect(keys('by_id', 'x')).toEqual(['url']);
  expect(keys('tiers')).toEqual(['kind', 'second']);
  expect(keys('tiers', 'second')).toEqual(['deep']);
  expect(keys('name')).toEqual([]);
  expect(keys('nowhere', 'at', 'all')).toEqual([]);
  expect(schemaKeys(schema, ['tiers'], { tiers: { kind: 'three' } })).toEqual(['kind', 'first', 'second']);
  expect(schemaKeys(schema, ['tiers'], { tiers: null })).toEqual(['kind', 'first', 'second']);
  expect(schemaKeys(schema, ['tiers'], 'text')).toEqual(['kind', 'first', 'second']);
});

test('a kind that is not given leaves every form open', () => {
  const schema = z.union([
    z.strictObject({ kind: z.literal('one'), a: z.string() }),
    z.strictObject({ b: z.string() }),
  ]);
  expect(schemaKeys(schema, [], {})).toEqual(['kind', 'a', 'b']);
  expect(schemaKeys(schema, [], { kind: 'two' })).toEqual(['b']);
});
