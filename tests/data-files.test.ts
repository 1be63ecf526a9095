import { expect, test } from 'vitest';
import { parseDataFile } from '../src/catalog/data-file.ts';
import { type CatalogProblem, locatedText } from '../src/catalog/problem.ts';
import { readWorkloadText } from '../src/catalog/read-workload-file.ts';
import { currentPeriod, isPricedByMillion, perMillion, plainRates } from '../src/catalog/unit-prices.ts';
import type { Period } from '../src/engine/index.ts';
import { catalogOf } from './export-fixture.ts';

function problemsOf(text: string): string[] {
  const problems: CatalogProblem[] = [];
  const data = parseDataFile({ path: 'a.yaml', text }, problems);
  expect(data === null).toBe(problems.length > 0);
  return problems.map(locatedText);
}

const TOO_DEEP = ['data/a.yaml:1:1: not valid YAML: nested more than 60 levels deep'];

test('a file of a million characters is read, and one of a character more is not', () => {
  const text = (size: number): string => `a: ${'x'.repeat(size - 3)}`;
  expect(problemsOf(text(1_000_000))).toEqual([]);
  expect(problemsOf(text(1_000_001))).toEqual([
    'data/a.yaml: the file has 1000001 bytes; expected at most 1000000; split it',
  ]);
});

test.each([
  ['60 lists', `${'['.repeat(60)}${']'.repeat(60)}`, []],
  ['61 lists', `${'['.repeat(61)}${']'.repeat(61)}`, TOO_DEEP],
  ['60 mappings', `${'{a: '.repeat(60)}1${'}'.repeat(60)}`, []],
  ['61 mappings', `${'{a: '.repeat(61)}1${'}'.repeat(61)}`, TOO_DEEP],
  [
    '100 lists and mappings side by side',
    'a: [[], {}]\nb: [{}, []]\n'
      .split('\n')
      .slice(0, 2)
      .join('\n')
      .concat(`\nc: [${'[], {}, '.repeat(50)}]`),
    [],
  ],
  ['61 lists after brackets that close nothing', `a: "]}]"\nb: ${'['.repeat(61)}${']'.repeat(61)}`, TOO_DEEP],
  ['lists by indentation', Array.from({ length: 61 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n'), []],
  [
    'lists by indentation, a level more',
    Array.from({ length: 62 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n'),
    TOO_DEEP,
  ],
  ['60 dashes', `${'- '.repeat(60)}x`, []],
  ['61 dashes', `${'- '.repeat(61)}x`, TOO_DEEP],
  ['dashes in words', `a: ${'- '.repeat(100)}`.replace('a: -', 'a: x-'), []],
])('%s', (_name, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

test('a value, a key and what is not there have their places', () => {
  const problems: CatalogProblem[] = [];
  const data = parseDataFile({ path: 'a.yaml', text: '# first\na: 1\nb:\n  - { c: 2, d: 3 }\n' }, problems);
  expect(problems).toEqual([]);
  expect(data?.value).toEqual({ a: 1, b: [{ c: 2, d: 3 }] });
  const place = (line: number, column: number) => ({ line, column });
  expect(data?.locate(['b', 0, 'd'])).toEqual(place(4, 16));
  expect(data?.locate(['b', 0, 'x', 'y'])).toEqual(place(4, 5));
  expect(data?.locate([])).toEqual(place(2, 1));
  expect(data?.locateKey([], 'b')).toEqual(place(3, 1));
  expect(data?.locateKey(['b', 0], 'd')).toEqual(place(4, 13));
  expect(data?.locateKey(['b', 0], 'x')).toEqual(place(4, 5));
  expect(data?.locateKey(['b'], 'x')).toEqual(place(4, 3));
});

test('a tag is told once, and not once more as what the parser makes of it', () => {
  expect(problemsOf('a: !x 1')).toEqual([
    'data/a.yaml:1:7 a: not valid YAML: the tag !x; data files hold plain text, numbers, lists and mappings',
  ]);
});

test('the text of a workload is read, or told by the name that it was given', () => {
  const text = 'kind: requests\nname: Chat\nrequests: 5\ninput_tokens: 100\n';
  expect(readWorkloadText('chat.yaml', text)).toEqual({
    workload: { kind: 'requests', name: 'Chat', requests: 5, input_tokens: 100 },
  });
  const wrong = (changed: string): string[] => {
    const read = readWorkloadText('chat.yaml', changed);
    return 'problems' in read ? read.problems.map(locatedText) : [];
  };
  expect(wrong(text.replace('requests: 5', 'requests: 5\nrequests: 6'))).toEqual([
    'chat.yaml:4:1: the key "requests" stands here twice; keep one',
  ]);
  expect(wrong(text.replace('requests: 5', 'requests: [5]'))).not.toEqual([]);
  expect(wrong(text.replace('requests: 5', 'requests: { low: 5, expected: 4, high: 3 }'))).toEqual([
    'chat.yaml:3:11 requests: requests goes from 5 over 4 to 3; low must not exceed expected, nor expected high: put them in order',
  ]);
});

test.each([
  ['requests: -1', '2:11 requests: expected a number from 0 up; found -1'],
  ['requests: 1.5', '2:11 requests: expected a whole number; found 1.5'],
  ['requests: "1.5"', '2:11 requests: expected a whole number such as 1200; found "1.5"'],
  ['requests: "x5"', '2:11 requests: expected a whole number such as 1200; found "x5"'],
  ['requests: 5\ninput_tokens: -1', '3:15 input_tokens: expected a whole number, or a decimal in quotes; found -1'],
  ['requests: 5\ninput_tokens: 1.5', '3:15 input_tokens: expected a whole number, or a decimal in quotes; found 1.5'],
  [
    'requests: 5\ngrowth_percent: 1.5',
    '3:17 growth_percent: expected a whole number, or a decimal in quotes; found 1.5',
  ],
  ['requests: 5\ngrowth_percent: "x2"', '3:17 growth_percent: expected a percentage such as "-2.5"; found "x2"'],
  ['requests: 5\ngrowth_percent: "2.5x"', '3:17 growth_percent: expected a percentage such as "-2.5"; found "2.5x"'],
  ['requests: 5\nstart: 2026-13-01', '3:8 start: expected a date such as 2026-11-20; found "2026-13-01"'],
  [
    'requests: 5\nstart: 2026-11-20T09:30:00Z',
    '3:8 start: expected a date such as 2026-11-20; found "2026-11-20T09:30:00Z"',
  ],
  ['requests: 5\nfailed_percent: 3\nfailed_billed: 1', '4:16 failed_billed: expected true or false; found 1'],
  ['requests: { low: 1, expected: 2 }', '2:11 requests/high: "high" is missing'],
])('of work that says %j it is told where and what belongs there', (lines, told) => {
  const read = readWorkloadText('work.yaml', `kind: requests\n${lines}\n`);
  expect('problems' in read ? read.problems.map(locatedText) : []).toEqual([`work.yaml:${told}`]);
});

test('of work it is told which words a choice has, and how an offer is named', () => {
  const told = (text: string): string[] => {
    const read = readWorkloadText('work.yaml', text);
    return 'problems' in read ? read.problems.map(locatedText) : [];
  };
  expect(told('kind: chat\nhistory: none\n')).toContain(
    'work.yaml:2:10 history: expected one of all, window, summary; found "none"',
  );
  expect(
    told('kind: mix\nvolume: 5\nparts: [{ share_percent: 100, offer: x, workload: { kind: requests } }]\n'),
  ).toEqual([
    'work.yaml:3:38 parts/0/offer: expected provider/offer, such as openrouter/mistral-small-3.1-24b-instruct; found "x"',
  ]);
});

test('the period in force is the open one, or the one that holds at a date', () => {
  const period = (from: string | null, until: string | null): Period => ({ from, until, rates: [] });
  const [past, open, announced] = [
    period(null, '2026-01-01'),
    period('2026-02-01', null),
    period('2026-03-01', '2026-04-01'),
  ] as const;
  const at = (periods: readonly Period[], date?: string) => currentPeriod({ periods }, date);
  expect(at([past, open, announced])).toBe(open);
  expect(at([past, announced])).toBe(announced);
  expect(at([announced])).toBe(announced);
  expect(at([])).toBeUndefined();
  expect(at([past, open], '2025-12-31')).toBe(past);
  expect(at([past, open], '2026-01-01')).toBeUndefined();
  expect(at([past, open], '2026-02-01')).toBe(open);
  expect(at([announced], '2026-02-28')).toBeUndefined();
  expect(at([announced], '2026-04-01')).toBeUndefined();
});

test('plain rates are published and without conditions, and a million of them costs what it does', () => {
  const rates = [
    { meter: 'input_tokens', price: '1', per: 1000, source: 'page' },
    { meter: 'output_tokens', price: '2', per: 1000, when: { service_tier: 'batch' }, source: 'page' },
    { meter: 'messages', state: 'included', source: 'page' },
    { meter: 'requests', state: 'unpublished', source: 'page' },
  ] as unknown as Period['rates'];
  expect([...plainRates({ from: null, until: null, rates }).keys()]).toEqual(['input_tokens']);
  expect([...plainRates(undefined)]).toEqual([]);
  expect(perMillion({ price: '0.00035', per: 1000 })).toBe('0.35');
  expect(
    ['input_tokens', 'input_characters', 'messages', 'tokens_used', '_characters_read'].map(isPricedByMillion),
  ).toEqual([true, true, false, false, false]);
});

test('a source may be called as the key that names it', () => {
  const catalog = catalogOf({
    'models/lab/one.yaml':
      'name: One\nlab_name: Lab\nweights: { open: true, source: source }\nsources:\n  source: { url: "https://lab.example", retrieved: 2026-11-20 }\n',
  });
  expect(catalog.models.get('lab/one')?.weights?.source).toBe('source');
});
