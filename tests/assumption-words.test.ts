import { expect, test } from 'vitest';
import { assumptionWords } from '../src/catalog/words/assumption-words.ts';
import { STANDARD_METERS } from '../src/engine/index.ts';

const alike = (requests: string, group: number | null, rule = 'the tier by input_tokens') => ({
  code: 'equal_requests' as const,
  text: `all ${requests} requests of group ${group} are taken to be alike: ${rule} is decided`,
  args: { requests, rule, group },
});
const plain = (
  code: 'whole_inferred' | 'rate_reading' | 'mean_quantity' | 'start_unknown',
  text: string,
  args = {},
) => ({
  code,
  text,
  args,
});

test.each([
  [
    'one group that has no number',
    [alike('30000', null)],
    [
      'all 30,000 requests are taken to be alike: the tier by input tokens is decided for each of them by the same counts',
    ],
  ],
  [
    'one group of several',
    [alike('3', 2)],
    [
      'all 3 requests of group 2 are taken to be alike: the tier by input tokens is decided for each of them by the same counts',
    ],
  ],
  [
    'many groups, said once in the place of the first, and another rule apart',
    [
      alike('252', 1),
      plain('whole_inferred', 'input_tokens was not stated; it is taken as the sum of its parts'),
      alike('1000', 2),
      alike('9', 1, 'the block of web_searches'),
      alike('8', 3),
    ],
    [
      'the requests within each of 3 groups, 1,260 in all, are taken to be alike: the tier by input tokens is decided for each of them by the same counts',
      'input tokens was not stated; it is taken as the sum of its parts',
      'all 9 requests of group 1 are taken to be alike: the block of web searches is decided for each of them by the same counts',
    ],
  ],
  [
    'a mean in digits that can be read',
    [
      plain('mean_quantity', '12345.5 input_tokens per request is a mean; a rule is applied', {
        quantity: '12345.5',
        meter: 'input_tokens',
      }),
    ],
    ['12,345.5 input tokens per request is a mean; a rule is applied'],
  ],
  [
    'days as people write them',
    [
      plain(
        'start_unknown',
        'their oldest source is of 2026-11-20, used at 2020-01-01T00:00:00Z or 2020-01-01T09:30:00Z',
      ),
    ],
    ['their oldest source is of 20 Nov 2026, used at 1 Jan 2020 or 1 Jan 2020 09:30 UTC'],
  ],
  [
    'the words of a page, and what is no meter, as they are',
    [plain('rate_reading', 'Input: input_tokens is said'), plain('whole_inferred', 'max_things is taken')],
    ['Input: input_tokens is said', 'max_things is taken'],
  ],
])('%s', (_, assumptions, words) => {
  expect(assumptionWords(assumptions, STANDARD_METERS)).toEqual(words);
});
