import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assemble } from '../src/catalog/assemble.ts';
import { readClaims } from '../src/catalog/claims/read-claims.ts';
import { isStale } from '../src/catalog/claims/trust.ts';
import { disputeDifferences } from '../src/catalog/differences/dispute-differences.ts';
import type { CatalogProblem } from '../src/catalog/problem.ts';

type Entries = Readonly<Record<string, object>>;

const { files, upstreams, offers, models, providers } = parse(
  readFileSync(new URL('./claims.yaml', import.meta.url), 'utf8'),
) as {
  files: Readonly<Record<string, string>>;
  upstreams: Entries;
  offers: Entries;
  models: Entries;
  providers: Entries;
};
const METERS = readFileSync(new URL('../data/meters.yaml', import.meta.url), 'utf8');

const TEXTS = [
  ...Object.entries({ 'meters.yaml': METERS, ...files }).map(([path, text]) => ({ path, text })),
  ...Object.entries(upstreams).map(([path, claims]) => ({ path, text: JSON.stringify(claims) })),
];

const entries = (all: ReadonlyMap<string, object>): [string, object][] => [...all];
const withIds = (all: Entries): [string, object][] => Object.entries(all).map(([id, one]) => [id, { id, ...one }]);

test('every claim is an offer, beside what was checked by hand', () => {
  const { catalog, problems } = assemble(TEXTS);
  expect(problems).toEqual([]);
  expect(entries(catalog.offers)).toEqual(withIds(offers));
  expect(entries(catalog.models)).toEqual(withIds(models));
  expect(entries(catalog.providers)).toEqual(withIds(providers));
});

test('where sources differ, every price stands with who states it, and why', () => {
  const { catalog } = assemble(TEXTS);
  const differing = (id: string) => {
    const offer = catalog.offers.get(id);
    return offer && disputeDifferences(offer, catalog, '2026-11-20');
  };
  expect(differing('acme/one')).toEqual([
    {
      id: 'price/USD/output_tokens',
      label: 'Price of 1M output tokens',
      values: [
        { value: '1.4', shown: '$1.40', by: [{ name: 'page', offer: 'acme/one', source: 'page' }] },
        { value: '9', shown: '$9.00', by: [{ name: 'llmdb 9', offer: 'acme/one', source: 'upstream/llmdb' }] },
      ],
      why: [{ kind: 'other_rule', text: '$9.00 is what page asks with service tier fast for output tokens' }],
    },
  ]);
  // 6 / 3 and 14 / 7 are both 2.
  const twice =
    'one source has 2 times what the other has, for input tokens and output tokens alike: a markup, a discount, or a change of all prices between them';
  expect(differing('acme/lab-three')?.map(({ id, why }) => [id, why])).toEqual([
    ['price/USD/input_tokens', [{ kind: 'markup', text: twice }]],
    ['price/USD/output_tokens', [{ kind: 'markup', text: twice }]],
  ]);
  expect(differing('acme/lab-two')).toEqual([]);
});

test('a report beside claims holds none, and a text cut short is told without what stood in it', () => {
  const report = { path: 'upstream/zoo/report.json', text: '{}' };
  expect(assemble([...TEXTS, report]).problems.map(({ code, file }) => [code, file])).toEqual([
    ['misplaced_file', 'data/upstream/zoo/report.json'],
  ]);
  const problems: CatalogProblem[] = [];
  expect(readClaims({ path: 'upstream/zoo/a.json', text: '{"schema": nothing}' }, problems)).toBeNull();
  expect(problems).toEqual([
    {
      code: 'json_syntax',
      args: { message: "Unexpected token 'o'" },
      file: 'data/upstream/zoo/a.json',
      path: '',
      line: 0,
      column: 0,
    },
  ]);
});

test('a word is stale once it is older than ninety days', () => {
  // 30 days of September, 31 of October and 20 of November after 31 August are 81; 22 August is nine days before.
  expect(isStale({ as_of: '2026-08-22' }, '2026-11-20')).toBe(false);
  expect(isStale({ as_of: '2026-08-21' }, '2026-11-20')).toBe(true);
});
