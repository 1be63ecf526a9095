import { expect, test } from 'vitest';
import { mappedAdapter, recordProblemText } from '../src/usage-records/index.ts';
import { readAll } from './usage-record-fixtures.ts';

test('the least mapping says nothing of what it does not name', () => {
  expect(mappedAdapter({ counts: { input_tokens: 'in' } })).toEqual({
    format: 'mapped',
    title: 'records with a mapping',
    version: '1',
    shape: {},
    provider: { from: [] },
    model: [],
    at: [],
    counts: [{ meter: 'input_tokens', from: [['in']], required: true }],
    fields: {},
  });
});

test('a name with points is a path, and any other a column', () => {
  const mapping = {
    model: 'model',
    provider: 'seller.id',
    at: 'at',
    requests: 'n',
    cost: 'cost',
    currency: 'EUR',
    counts: {
      input_tokens: 'usage.in',
      cache_read_tokens: 'usage.cached',
      output_tokens: { column: 'out', relation: 'inside' },
      output_reasoning_tokens: { column: 'thought', relation: 'beside' },
    },
    fields: { team: 'meta.team', user: 'user' },
    key: 'id',
  } as const;
  expect(mappedAdapter(mapping)).toMatchObject({
    provider: { from: ['seller.id'] },
    model: [['model']],
    at: [['at']],
    counts: [
      { meter: 'input_tokens', from: ['usage.in'], required: true },
      { meter: 'cache_read_tokens', from: ['usage.cached'], part: { of: 'input_tokens', relation: 'inside' } },
      { meter: 'output_tokens', from: [['out']], required: true },
      { meter: 'output_reasoning_tokens', from: [['thought']], part: { of: 'output_tokens', relation: 'beside' } },
    ],
    requests: [['n']],
    money: { from: [['cost']], scale: '1', currency: 'EUR', kind: 'estimated' },
    fields: { team: ['meta.team'], user: [['user']] },
    repeats: { key: [['id']], keep: 'last' },
  });
  expect(mappedAdapter({ cost: 'cost', counts: { input_tokens: 'in' } })).toMatchObject({ money: { currency: 'USD' } });
});

test('what is wrong with a mapping is said', () => {
  expect(mappedAdapter({ counts: { dreams: 'x', input_tokens: 'in', naps: 'y' } })).toBe(
    'there is no meter called dreams, naps; `ratecard meters` lists those that there are',
  );
  expect(mappedAdapter({ counts: { cache_read_tokens: { column: 'x', relation: 'beside' } } })).toBe(
    'cache_read_tokens is beside nothing: the mapping has no count that would contain it',
  );
  expect(mappedAdapter({ counts: {} })).toBe(
    'the mapping names no counts; give at least one, such as input_tokens: "Prompt tokens"',
  );
});

const chat = (usage: object, more: object = {}) => ({ object: 'chat.completion', model: 'm', usage, ...more });
const textsOf = (record: object): string[] =>
  readAll([record]).outcomes.flatMap((one) => (one.kind === 'skipped' ? [] : one.problems.map(recordProblemText)));

test.each<[object, string[]]>([
  [
    chat({ prompt_tokens: 100, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 900 } }),
    ['input_tokens is 100, less than its parts (cache_read_tokens 900); a part cannot be larger than its whole'],
  ],
  [
    chat({
      prompt_tokens: 100,
      completion_tokens: 50,
      total_tokens: 170,
      completion_tokens_details: { reasoning_tokens: 20 },
    }),
    ["the record's total is 170, but its counts come to 150; it holds output_reasoning_tokens beside output_tokens"],
  ],
  [
    chat({ prompt_tokens: 100, completion_tokens: 50, total_tokens: 999 }),
    ["the record's total is 999, but its counts come to 150; no reading of its parts gives that total"],
  ],
  [
    chat({ prompt_tokens: 5 }),
    ['output_tokens is not stated; expected a count in usage.completion_tokens; a missing count is not taken as zero'],
  ],
  [chat({ prompt_tokens: -5, completion_tokens: 1 }), ['usage.prompt_tokens is -5; expected a whole number from 0 up']],
  [
    chat({ prompt_tokens: 5, completion_tokens: 1 }, { created: 'soon' }),
    ['created or timestamp or created_at is "soon"; expected a date such as 2026-11-20T09:30:00Z'],
  ],
  [
    chat({ prompt_tokens: 5, completion_tokens: 1, dream_tokens: 3 }),
    ["usage.dream_tokens is 3, and this format's reader does not know what it counts"],
  ],
])('%j is told in words', (record, texts) => {
  expect(textsOf(record)).toEqual(texts);
});
