import { expect, test } from 'vitest';
import type { Answer } from '../src/site/calculator/answer.ts';
import { pinWords } from '../src/site/calculator/pin-words.ts';

const answer = { total: '12', currency: 'USD', totalOn: () => '12' } as unknown as Answer;

test.each([
  ['2026-11-21', []],
  ['2026-11-20', []],
  [
    '2030-01-01',
    ['1 Jan 2030 is after the day of these rates: they are as known on 21 Nov 2026, and others may hold by then.'],
  ],
])('at the rates of %s', (at, words) => {
  expect(pinWords(null, answer, at, '2026-11-21').words).toEqual(words);
});
