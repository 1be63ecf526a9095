import { expect, test } from 'vitest';
import { problemWords } from '../src/catalog/words/problem-words.ts';
import { type EngineProblem, readCard, STANDARD_METERS } from '../src/engine/index.ts';
import { priceState } from '../src/site/calculator/price-state.ts';

const none = (at: string, first: string | null = null, last: string | null = null): EngineProblem => ({
  code: 'no_period',
  args: { offer: 'a/b', at, first, last },
  path: 'at',
});

test.each([
  [none('2026-11-21T00:00:00Z'), undefined, 'no rates are known for 21 Nov 2026'],
  [
    none('2026-11-21T00:00:00Z', null, '2025-11-30'),
    undefined,
    'no rates are known for 21 Nov 2026; the last of them ended on 30 Nov 2025',
  ],
  [
    none('2026-11-21T00:00:00Z', '2027-01-01'),
    undefined,
    'no rates are known for 21 Nov 2026; the first of them begin on 1 Jan 2027',
  ],
  [none('2026-11-21T00:00:00Z', '2026-01-01', '2027-01-01'), undefined, 'no rates are known for 21 Nov 2026'],
  [
    none('2026-11-21T00:00:00Z', '2025-01-01', '2026-11-21'),
    undefined,
    'no rates are known for 21 Nov 2026; the last of them ended on 21 Nov 2026',
  ],
  [none('2026-11-21T12:00:00Z', '2026-11-21', null), undefined, 'no rates are known for 21 Nov 2026'],
  [
    none('2026-11-21T00:00:00Z', null, '2025-11-30'),
    '2025-11-28',
    'no rates are known for 21 Nov 2026; it was retired on 28 Nov 2025',
  ],
  [
    none('2026-11-21T00:00:00Z', null, '2025-11-30'),
    '2027-11-28',
    'no rates are known for 21 Nov 2026; the last of them ended on 30 Nov 2025',
  ],
] as const)('%j, retired %s', (problem, date, words) => {
  expect(problemWords(problem, date === undefined ? {} : { retired: { date } })).toBe(words);
});

test('any other problem is told as the engine tells it', () => {
  expect(problemWords({ code: 'card_unread', args: { offer: 'a/b' }, path: 'offer' })).toMatch(/nobody has read/);
});

test('of a retired offer the day is not to blame, and an earlier one has its rates', () => {
  const card = readCard({
    id: 'a/b',
    provider: 'a',
    model: 'l/b',
    currency: 'USD',
    periods: [
      { from: '2025-01-01', until: '2025-11-30', rates: [{ meter: 'messages', price: '2', per: 1, source: 'p' }] },
    ],
    sources: { p: { url: 'https://a.example', retrieved: '2025-01-01' } },
  });
  const retired = { ...card, retired: { date: '2025-11-30' } };
  expect(priceState(retired, {}, '2026-11-21', STANDARD_METERS)).toEqual({
    reasons: {
      '': 'No rates are known for 21 Nov 2026; it was retired on 30 Nov 2025. An earlier day has the rates that it had then.',
    },
  });
  expect(priceState(retired, { at: '2024-01-01' }, '2026-11-21', STANDARD_METERS)).toEqual({
    reasons: { at: 'No rates are known for 1 Jan 2024; the first of them begin on 1 Jan 2025.' },
  });
});
