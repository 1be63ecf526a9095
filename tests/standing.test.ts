import { describe, expect, test } from 'vitest';
import { type Standing, standingOf } from '../src/catalog/standing.ts';
import { askedPrices } from '../src/catalog/words/asked-prices.ts';
import { goneWords } from '../src/catalog/words/standing-words.ts';
import type { Period, Rate, When } from '../src/engine/index.ts';

const AT = '2026-11-20';
const rate = (meter: string, price: string, when?: When, per = 1): Rate => ({
  meter,
  price,
  per,
  source: 'page',
  ...(when ? { when } : {}),
});
const period = (from: string | null, until: string | null): Period => ({ from, until, rates: [] });
const spans = (...all: readonly (readonly [string | null, string | null])[]): Period[] =>
  all.map(([from, until]) => period(from, until));

type Expected = readonly [kind: Standing['kind'], period: number | null, since: string | null, words: string | null];

describe('an offer stands, at a date', () => {
  test.each<[string, Period[], string | null, Expected]>([
    [
      'as sold, at its rates in force',
      spans(['2025-01-01', '2026-01-01'], ['2026-01-01', null]),
      null,
      ['sold', 1, null, null],
    ],
    ['as sold without known rates', [], null, ['sold', null, null, null]],
    ['as sold at rates that begin on the day', spans([AT, null]), null, ['sold', 0, null, null]],
    [
      'as ended on the day, by the last of its rates wherever it is written',
      spans(['2026-05-01', AT], ['2025-01-01', '2026-05-01']),
      null,
      ['ended', 0, AT, 'has no known price since 20 Nov 2026'],
    ],
    [
      'as ended, by the last of its rates though it is written last',
      spans([null, '2025-01-01'], ['2025-01-01', '2026-05-01']),
      null,
      ['ended', 1, '2026-05-01', 'has no known price since 1 May 2026'],
    ],
    [
      'as ended between rates, though others are to come',
      spans(['2027-01-01', null], ['2025-01-01', '2026-05-01']),
      null,
      ['ended', 1, '2026-05-01', 'has no known price since 1 May 2026'],
    ],
    [
      'as to come, with the first of its rates wherever it is written',
      spans(['2027-06-01', null], ['2027-01-01', '2027-06-01']),
      null,
      ['coming', 1, '2027-01-01', null],
    ],
    [
      'as to come, with the first of its rates though it is written first',
      spans(['2027-01-01', '2027-06-01'], ['2027-06-01', null]),
      null,
      ['coming', 0, '2027-01-01', null],
    ],
    ['as retired on the day, at its rates', spans([null, null]), AT, ['retired', 0, AT, 'was retired on 20 Nov 2026']],
    ['as sold until it is retired', spans([null, null]), '2026-11-21', ['sold', 0, null, null]],
    [
      'as retired without rates in force, with its last',
      spans([null, '2025-01-01'], ['2025-01-01', '2026-05-01']),
      '2026-04-01',
      ['retired', 1, '2026-04-01', 'was retired on 1 Apr 2026'],
    ],
  ])('%s', (_, periods, retired, [kind, at, since, words]) => {
    const offer = { periods, ...(retired === null ? {} : { retired: { date: retired, source: 'page' } }) };
    const standing = standingOf(offer, AT);
    expect(standing).toEqual({ kind, period: at === null ? null : periods[at], since });
    expect(goneWords(standing)).toBe(words);
  });
});

describe('what is priced under conditions only', () => {
  const asked = (...rates: readonly Rate[]) => askedPrices({ from: null, until: null, rates }, AT);
  const told = (...rates: readonly Rate[]) =>
    asked(...rates).map(({ meter, per, least, most, condition }) => `${meter}/${per} ${least}-${most} ${condition}`);
  const night = { time: [{ zone: 'UTC', from: '00:00', until: '08:00' }] } as const;

  test.each<[string, Rate[], string[]]>([
    ['one condition in its words', [rate('messages', '2', { speed: 'fast' })], ['messages/1 2-2 when speed fast']],
    [
      'from the least to the most by what decides, in any order',
      [
        rate('messages', '10', { speed: 'fast' }),
        rate('messages', '9', { speed: 'slow', service_tier: 'batch' }),
        rate('messages', '9.5', night),
      ],
      ['messages/1 9-10 by service tier, speed and time of day'],
    ],
    [
      'by date, of prices that begin and end',
      [
        rate('messages', '1', { dates: { until: '2027-01-01' } }),
        rate('messages', '2', { dates: { from: '2027-01-01' } }),
        rate('messages', '3', { speed: 'fast' }),
      ],
      ['messages/1 1-3 by speed and date'],
    ],
    [
      'without those whose dates are over, the last day too',
      [
        rate('messages', '1', { dates: { until: AT } }),
        rate('messages', '2', { dates: { from: AT, until: '2026-11-21' } }),
      ],
      ['messages/1 2-2 from 20 Nov 2026, until 21 Nov 2026'],
    ],
    ['none that also has a price without', [rate('messages', '1'), rate('messages', '2', { speed: 'fast' })], []],
    [
      'none that is included or kept to oneself',
      [
        { meter: 'messages', state: 'included', when: { speed: 'fast' }, source: 'page' },
        { meter: 'web_searches', state: 'unpublished', when: { speed: 'fast' }, source: 'page' },
      ],
      [],
    ],
    [
      'each meter by itself, and each unit',
      [
        rate('messages', '1', { speed: 'fast' }),
        rate('web_searches', '2', { speed: 'fast' }),
        rate('messages', '900', { speed: 'slow' }, 1000),
      ],
      ['messages/1 1-1 when speed fast', 'web_searches/1 2-2 when speed fast', 'messages/1000 900-900 when speed slow'],
    ],
  ])('is told: %s', (_, rates, expected) => {
    expect(told(...rates)).toEqual(expected);
  });
});
