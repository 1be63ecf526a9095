import { expect, test } from 'vitest';
import { unwrap } from '../src/usage-records/unwrap.ts';

const usage = { prompt_tokens: 1 };
const one = { usage };

test.each<[string, unknown, unknown]>([
  ['a record', one, { records: [one], more: false, isPage: false }],
  ['a value that is none', 5, { records: [5], more: false, isPage: false }],
  ['an object without anything', { a: 1 }, { records: [{ a: 1 }], more: false, isPage: false }],
  ['a list', [one, [one]], { records: [one, one], more: false, isPage: false }],
  [
    'a record that holds a list',
    { usage, data: [one] },
    { records: [{ usage, data: [one] }], more: false, isPage: false },
  ],
  [
    'a page, with what stands around its records',
    { object: 'page', has_more: false, start_time: 5, list: [], none: null, data: [one, { usage, start_time: 6 }] },
    {
      records: [
        { start_time: 5, usage },
        { start_time: 6, usage },
      ],
      more: false,
      isPage: true,
    },
  ],
  ['a page that more follow', { has_more: true, data: [one] }, { records: [one], more: true, isPage: true }],
  ...(
    [
      ['the first of five pages', { meta: { page: 1, totalPages: 5 } }, true],
      ['the fourth of five, in another spelling', { pagination: { page: 4, total_pages: 5 } }, true],
      ['the last of five', { meta: { page: 5, totalPages: 5 } }, false],
      ['a page that does not say of how many', { meta: { page: 1 } }, false],
      ['so many pages, and not which', { meta: { totalPages: 5 } }, false],
      ['pages counted in words', { meta: { page: '1', totalPages: '5' } }, false],
      ['a page number in words', { meta: { page: '1', totalPages: 5 } }, false],
      ['a number of pages in words', { meta: { page: 1, totalPages: '5' } }, false],
    ] as const
  ).map(([name, around, more]): [string, unknown, unknown] => [
    name,
    { ...around, data: [one] },
    { records: [one], more, isPage: true },
  ]),
  [
    'a record of a model that holds a list',
    { model: 'm', data: [one] },
    { records: [{ model: 'm', data: [one] }], more: false, isPage: false },
  ],
  ['an empty page', { data: [] }, { records: [], more: false, isPage: true }],
  ['a list of other things', { data: [1, {}] }, { records: [{ data: [1, {}] }], more: false, isPage: false }],
  ['spans of which one is none', { spans: [one, 5] }, { records: [one, 5], more: false, isPage: true }],
  [
    'the messages of a session',
    { id: 's', messages: [{ role: 'user' }, 'hello', { id: 'm', tokens: { input: 1 } }] },
    { records: [{ id: 's', role: 'user' }, 'hello', { id: 'm', tokens: { input: 1 } }], more: false, isPage: false },
  ],
  [
    'messages that count nothing',
    { messages: [{ role: 'user' }, 'tokens'] },
    { records: [{ messages: [{ role: 'user' }, 'tokens'] }], more: false, isPage: false },
  ],
  [
    'the line of a batch',
    { custom_id: 'c', response: { status_code: 200, body: { model: 'm', usage } } },
    { records: [{ custom_id: 'c', status_code: 200, model: 'm', usage }], more: false, isPage: false },
  ],
  [
    'a page within a wrapper',
    { result: { data: [one] }, at: 5 },
    { records: [{ at: 5, usage }], more: false, isPage: true },
  ],
  [
    'a generation within its data',
    { data: { native_tokens_prompt: 5 } },
    { records: [{ native_tokens_prompt: 5 }], more: false, isPage: false },
  ],
  [
    'an answer of Gemini within a line',
    { key: 'k', response: { usageMetadata: {} } },
    { records: [{ key: 'k', usageMetadata: {} }], more: false, isPage: false },
  ],
  [
    'a wrapper around a list',
    { response: [{ a: 1 }] },
    { records: [{ response: [{ a: 1 }] }], more: false, isPage: false },
  ],
  ['a wrapper around no record', { body: { a: 1 } }, { records: [{ body: { a: 1 } }], more: false, isPage: false }],
  ['a wrapper around a count', { data: { usage: 0.5 } }, { records: [{ usage: 0.5 }], more: false, isPage: false }],
  [
    'a wrapper around nothing',
    { body: null, data: 5 },
    { records: [{ body: null, data: 5 }], more: false, isPage: false },
  ],
])('%s', (_, value, expected) => {
  expect(unwrap(value)).toEqual(expected);
});
