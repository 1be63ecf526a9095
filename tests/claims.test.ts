import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assemble } from '../src/catalog/assemble.ts';
import { claimedOffers } from '../src/catalog/claims/claimed-offer.ts';
import { judge } from '../src/catalog/claims/judge.ts';
import { modelOfOffers } from '../src/catalog/claims/model-of-offers.ts';
import { offerSlug, offerSlugs } from '../src/catalog/claims/offer-slug.ts';
import { isClaimsPath, readClaims } from '../src/catalog/claims/read-claims.ts';
import { isStale, TRUST_WORDS } from '../src/catalog/claims/trust.ts';
import { disputeDifferences } from '../src/catalog/differences/dispute-differences.ts';
import { type CatalogProblem, locatedText } from '../src/catalog/problem.ts';
import { ClaimsFile } from '../src/catalog/schema/claims-file.ts';
import { currentPeriod } from '../src/catalog/unit-prices.ts';

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
const TWICE = {
  kind: 'markup',
  text: 'one source has 2 times what the other has, for input tokens and output tokens alike: a markup, a discount, or a change of all prices between them',
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
  expect(entries(catalog.offers)).toStrictEqual(withIds(offers));
  expect(entries(catalog.models)).toStrictEqual(withIds(models));
  expect(entries(catalog.providers)).toStrictEqual(withIds(providers));
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
        { value: '1.4', shown: '$1.40', by: [{ name: 'card', offer: 'acme/one', source: 'card' }] },
        { value: '9', shown: '$9.00', by: [{ name: 'llmdb 9', offer: 'acme/one', source: 'upstream/llmdb' }] },
      ],
      why: [{ kind: 'other_rule', text: '$9.00 is what card asks with service tier fast for output tokens' }],
    },
  ]);
  // 6 / 3 and 14 / 7 are both 2.
  expect(differing('acme/lab-three')?.map(({ id, why }) => [id, why])).toEqual([
    ['price/USD/input_tokens', [TWICE]],
    ['price/USD/output_tokens', [TWICE]],
  ]);
  expect(differing('acme/lab-two')).toEqual([]);
});

test('each source of a dispute is held against the others by its own prices and its own date', () => {
  const { catalog } = assemble(TEXTS);
  const three = catalog.offers.get('acme/lab-three');
  if (!three) throw new Error('no offer');
  const source = (retrieved: string) => ({ url: 'https://prices.example', retrieved });
  const opinions = (genai_prices: string, llmdb: string, zoo: string) =>
    Object.entries({ genai_prices, llmdb, zoo }).map(([source, price]) => ({ source, price }));
  const found = disputeDifferences(
    {
      ...three,
      sources: { genai_prices: source('2026-11-12'), llmdb: source('2026-11-13'), zoo: source('2026-01-01') },
      trust: {
        ...three.trust,
        disputes: [
          { meter: 'input_tokens', opinions: opinions('3', '6', '2.51') },
          { meter: 'output_tokens', opinions: opinions('7', '14', '9.97') },
        ],
      },
    },
    catalog,
    '2026-11-20',
  );
  // 6 / 3 and 14 / 7 are 2; no ratio of two and nothing but its age links what the zoo has.
  const why = (zoo: string) => [
    TWICE,
    { kind: 'older', text: `${zoo} may be out of date: its source is from 1 Jan 2026` },
  ];
  expect(found.map((field) => [field.values.map(({ shown }) => shown), field.why])).toEqual([
    [['$2.51', '$3.00', '$6.00'], why('$2.51')],
    [['$7.00', '$9.97', '$14.00'], why('$9.97')],
  ]);
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

test.each([
  ['upstream/llmdb/acme_cloud.json', 4, 'acme/lab-six'],
  ['upstream/genai-prices/new_seller.json', 2, 'new-seller/lab-eight'],
])(
  'a card of %s that cannot be read is told where the claim stands that gave it, and its offer is left out',
  (path, index, id) => {
    const rate = { meter: 'input_tokens', price: '1', per: 1, source: 'upstream' };
    const price = { state: 'published', periods: [{ from: null, until: null, rates: [rate, rate] }] };
    const file = upstreams[path] as { offers: object[] };
    const text = JSON.stringify({
      ...file,
      offers: file.offers.map((offer, at) => (at === index ? { ...offer, price } : offer)),
    });
    const { catalog, problems } = assemble(TEXTS.map((one) => (one.path === path ? { path, text } : one)));
    expect(problems.map(({ code, file, path, line }) => [code, file, path, line])).toEqual([
      ['unreadable_card', `data/${path}`, `offers/${index}/price/periods/0`, 0],
    ]);
    expect(catalog.offers.has(id)).toBe(false);
    expect(catalog.offers.size).toBe(Object.keys(offers).length - 1);
  },
);

test('of rules that fit none of their forms, the one is told that was followed the furthest', () => {
  const path = 'upstream/zoo/bare.json';
  const price = { state: 'unknown', reason: 'no_price' };
  const text = JSON.stringify({ ...upstreams[path], offers: [{ model_id: 'x', match: { or: [5], x: 1 }, price }] });
  const problems: CatalogProblem[] = [];
  expect(readClaims({ path, text }, problems)).toBeNull();
  expect(problems.map(locatedText)).toEqual([
    'data/upstream/zoo/bare.json offers/0/match/or/0: expected a mapping; found 5',
    'data/upstream/zoo/bare.json offers/0/match: unknown key "x"',
  ]);
});

test('claims about an offer stand in the order in which upstreams are believed', () => {
  const claim = { model_id: 'one', price: { state: 'unknown', reason: 'no_price' } };
  const files = ['ant', 'llmdb', 'genai-prices'].map((upstream) =>
    ClaimsFile.parse({ ...upstreams['upstream/zoo/bare.json'], upstream, offers: [claim] }),
  );
  const found = claimedOffers(files, (id) => id);
  expect(found.map(({ claims }) => claims.map(({ source }) => source))).toEqual([['genai_prices', 'llmdb', 'ant']]);
});

test('the current period is the open one, else the last', () => {
  const period = (from: string, until: string | null) => ({ from, until, rates: [] });
  const [first, second, third] = [
    period('2026-01-01', '2026-02-01'),
    period('2026-02-01', '2026-03-01'),
    period('2026-03-01', '2026-04-01'),
  ];
  const open = period('2026-03-01', null);
  expect(currentPeriod({ periods: [first, second, third] })).toBe(third);
  expect(currentPeriod({ periods: [first, open, second] })).toBe(open);
});

test('a claim of another shape is told by its path', () => {
  const path = 'upstream/zoo/bare.json';
  const text = JSON.stringify({ ...upstreams[path], offer: [], currency: 7 });
  const problems: CatalogProblem[] = [];
  expect(readClaims({ path, text }, problems)).toBeNull();
  expect(problems).toEqual([
    {
      code: 'wrong_type',
      args: { expected: 'expected some text', found: 'the bare number 7 (write it in quotes)' },
      file: 'data/upstream/zoo/bare.json',
      path: 'currency',
      line: 0,
      column: 0,
    },
    {
      code: 'unknown_key',
      args: { key: 'offer', nearest: null },
      file: 'data/upstream/zoo/bare.json',
      path: '',
      line: 0,
      column: 0,
    },
  ]);
  expect(
    ['upstream/a/b.json', 'data/upstream/a/b.json', 'upstream/a/b.jsonl', 'upstream/b.json'].map(isClaimsPath),
  ).toEqual([true, false, false, false]);
});

test('an id of an API is a part of an id of an offer, and each has its own', () => {
  expect(['@cf/Meta!!Llama-3.1', '--a', 'a-.', 'a--', '***', 'x'.repeat(130)].map(offerSlug)).toEqual([
    'cf-meta-llama-3.1',
    'a',
    'a',
    'a',
    'unnamed',
    'x'.repeat(120),
  ]);
  expect([...offerSlugs(['y', 'x?', 'x!', 'x'], new Set(['y', 'y-2']))]).toEqual([
    ['x', 'x'],
    ['x!', 'x-2'],
    ['x?', 'x-3'],
    ['y', 'y-3'],
  ]);
});

test('a price is as of the newest of the sources that agree on it', () => {
  const witness = (source: string, as_of: string, price: string) => ({
    source,
    as_of,
    prices: new Map([['input_tokens', price]]),
  });
  const others = [witness('c', '2026-11-04', '1.0'), witness('b', '2026-11-02', '1'), witness('d', '2026-11-09', '2')];
  const used = witness('a', '2026-11-01', '1.00');
  expect(judge(used, others, false)).toEqual({
    state: 'disputed',
    agreeing: ['a', 'c', 'b'],
    disputes: [
      {
        meter: 'input_tokens',
        opinions: [
          { source: 'a', price: '1.00' },
          { source: 'c', price: '1.0' },
          { source: 'b', price: '1' },
          { source: 'd', price: '2' },
        ],
      },
    ],
    as_of: '2026-11-04',
  });
  expect(judge(used, others, true)).toMatchObject({ state: 'checked', as_of: '2026-11-01' });
});

test('a model is named as most of its sellers name it, in words before ids', () => {
  const named = (...names: string[]): string => {
    const [offer] = assemble(TEXTS).catalog.offers.values();
    return modelOfOffers('lab/x', offer ? names.map((name) => ({ ...offer, name })) : [], new Map()).name;
  };
  expect(named('Small 3', 'small-3', 'small-3')).toBe('Small 3');
  expect(named('Small 3', 'small-3', 'small-3', 'small-3', 'small-3')).toBe('small-3');
  expect(named('Small/3', 'small-3', 'small-3')).toBe('small-3');
  expect(named('Small_3', 'small-3', 'small-3')).toBe('small-3');
  expect([named('b', 'a'), named('a', 'b'), named('aa', 'b')]).toEqual(['a', 'a', 'b']);
  expect([named('Lab: One'), named('L: One'), named()]).toEqual(['One', 'L: One', 'x']);
});

test('how sure a price is, in words', () => {
  expect(Object.values(TRUST_WORDS)).toEqual([
    'checked by hand against a page',
    'imported, and two public datasets agree',
    'imported from one public dataset',
    'imported, and public datasets differ',
  ]);
});

test('a word is stale once it is older than ninety days', () => {
  // 30 days of September, 31 of October and 20 of November after 31 August are 81; 22 August is nine days before.
  expect(isStale({ as_of: '2026-08-22' }, '2026-11-20')).toBe(false);
  expect(isStale({ as_of: '2026-08-21' }, '2026-11-20')).toBe(true);
});
