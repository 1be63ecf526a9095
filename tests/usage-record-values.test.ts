import { describe, expect, test } from 'vitest';
import type { Adapter } from '../src/usage-records/adapter.ts';
import {
  addUp,
  isEqual,
  isNegative,
  isZero,
  type Quantity,
  readAmount,
  readQuantity,
  takeAway,
} from '../src/usage-records/count.ts';
import type { JsonObject } from '../src/usage-records/json-object.ts';
import { readMoment } from '../src/usage-records/moment.ts';
import { getter } from '../src/usage-records/path.ts';
import { type RecordProblem, recordProblemText, shown } from '../src/usage-records/problem.ts';
import { sumChecks } from '../src/usage-records/sum-checks.ts';

const NINE = Number.MAX_SAFE_INTEGER;

describe('a quantity', () => {
  const cases: [unknown, tokens: Quantity | null, other: Quantity | null][] = [
    [12, 12, 12],
    [0, 0, 0],
    ['12', 12, 12],
    ['12.0', '12', '12'],
    ['12.50', null, '12.5'],
    ['0.25', null, '0.25'],
    [1.5, null, '1.5'],
    [1e-7, null, '0.0000001'],
    [-1, null, null],
    [-0.5, null, null],
    [NINE, NINE, NINE],
    [NINE + 1, null, null],
    [Number.NaN, null, null],
    [Number.POSITIVE_INFINITY, null, null],
    ['9007199254740993', '9007199254740993', '9007199254740993'],
    ['1'.repeat(60), '1'.repeat(60), '1'.repeat(60)],
    ['1'.repeat(61), null, null],
    ['1.', null, null],
    ['.5', null, null],
    [' 1', null, null],
    ['1 ', null, null],
    ['-1', null, null],
    ['1e3', null, null],
    ['', null, null],
    [true, null, null],
    [null, null, null],
  ];
  test.each(cases)('%j is %j of tokens and %j of other things', (value, tokens, other) => {
    expect([readQuantity(value, true), readQuantity(value, false)]).toEqual([tokens, other]);
  });
});

describe('an amount of money', () => {
  test.each([
    [1.5, '1.5'],
    [1e-7, '0.0000001'],
    ['0.10', '0.1'],
    ['-12.34', '-12.34'],
    ['1e3', '1000'],
    ['2.5E+2', '250'],
    ['25e-12', '0.000000000025'],
    ['1'.repeat(60), '1'.repeat(60)],
  ])('%j is %s', (value, text) => {
    expect(readAmount(value)?.toFixed()).toBe(text);
  });

  test.each([
    '',
    ' 1',
    '1 ',
    'USD 1',
    '1 USD',
    '1.',
    '1e',
    '1e1234',
    '1x2',
    '1.2.3',
    '1'.repeat(61),
    true,
    null,
    {},
    [['5']],
  ])('%j is none', (value) => {
    expect(readAmount(value)).toBeNull();
  });
});

describe('sums of quantities', () => {
  test.each<[Quantity, Quantity, sum: Quantity, difference: Quantity]>([
    [5, 3, 8, 2],
    [3, 5, 8, -2],
    [NINE, 1, '9007199254740992', NINE - 1],
    ['0.5', '0.5', 1, 0],
    ['0.5', 1, '1.5', '-0.5'],
    [1, '0.5', '1.5', '0.5'],
    ['9007199254740993', 1, '9007199254740994', '9007199254740992'],
  ])('%j and %j', (a, b, sum, difference) => {
    expect([addUp(a, b), takeAway(a, b)]).toEqual([sum, difference]);
  });

  test('are compared by what they are worth', () => {
    expect([isEqual(1, 1), isEqual(1, 2), isEqual('0.5', '0.5'), isEqual(1, '1.0'), isEqual('1', 2)]).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    expect([-1, 0, 1, '-0.5', '0.5', '5-'].map(isNegative)).toEqual([true, false, false, true, false, false]);
    expect([0, 1, -1, '0', '0.0', '0.5'].map(isZero)).toEqual([true, false, false, true, true, false]);
  });
});

test('a column may look like a choice from a list', () => {
  expect(getter(['n[unit=k] all'])({ 'n[unit=k] all': 5 })).toBe(5);
  expect(getter([])({ a: 1 })).toEqual({ a: 1 });
});

describe('a moment', () => {
  const AT = Date.UTC(2026, 10, 17, 9, 30, 5);
  test.each<[unknown, number]>([
    [AT / 1000, AT],
    [AT / 1000 + 0.25, AT + 250],
    [String(AT / 1000), AT],
    [`${AT / 1000}.1239`, AT + 123],
    [AT, AT],
    [String(AT), AT],
    [AT * 1000 + 999, AT],
    [`${AT}999`, AT],
    [`${AT}999999`, AT],
    [1, 1000],
    ['1', 1000],
    ['2026-11-17', Date.UTC(2026, 10, 17)],
    ['2026-11-17T09:30:05Z', AT],
    ['2026-11-17T09:30:05', AT],
    ['2026-11-17 09:30:05', AT],
    ['2026-11-17 09:30:05 UTC', AT],
    ['2026-11-17 09:30:05UTC', AT],
    ['2026-11-17T09:30', AT - 5000],
    ['2026-11-17T09:30:05.1239Z', AT + 123],
    ['2026-11-17T09:30:05.1Z', AT + 100],
    ['2026-11-17T09:30:05.12', AT + 120],
    ['2026-11-17T10:30:05+01:00', AT],
    ['2026-11-17T10:30:05+0100', AT],
    ['2026-11-17 04:00:05-0530', AT],
    ['2199-12-31T23:59:59Z', Date.UTC(2200, 0, 1) - 1000],
    [100_000_000_000, 100_000_000_000],
    ['100000000000', 100_000_000_000],
    [100_000_000_000_000, 100_000_000_000],
    ['100000000000000000', 100_000_000_000],
  ])('%j', (value, ms) => {
    expect(readMoment(value)).toBe(ms);
  });

  test.each([
    0,
    -1,
    0.0001,
    Date.UTC(2200, 0, 1) / 1000,
    '2200-01-01',
    '2200-01-01T00:00:00Z',
    '1969-12-31',
    '1970-01-01',
    'on 2026-11-17',
    '2026-11-17 or so',
    '2026-13-01',
    '2026-11-17T25:00:00Z',
    '2026-11-17T09:30:05 CET',
    'at 2026-11-17T09:30:05Z',
    '12345678901234567890',
    '-5',
    'soon',
    '',
    null,
    true,
    {},
    [['1763371805']],
    [['2026-11-17']],
    [['2026-11-17T09:30:05Z']],
  ])('%j is none', (value) => {
    expect(readMoment(value)).toBeNull();
  });
});

test('a time without a zone is that of UTC, wherever the machine stands', () => {
  expect(new Date(2026, 10, 17).getTimezoneOffset()).not.toBe(0);
  const read = ['2026-11-17T09:30:05', '2026-11-17 09:30:05 UTC', '2026-11-17'].map(readMoment);
  expect(read).toEqual([Date.UTC(2026, 10, 17, 9, 30, 5), Date.UTC(2026, 10, 17, 9, 30, 5), Date.UTC(2026, 10, 17)]);
});

test('a sum is looked at only where its whole and all of its parts are numbers', () => {
  const check = sumChecks({ sums: [{ whole: 'a', parts: ['b', 'c'] }] } as unknown as Adapter);
  const differ = (record: JsonObject): number => {
    const problems: RecordProblem[] = [];
    check(record, problems);
    return problems.length;
  };
  expect([
    differ({ a: 3, b: 1, c: 2 }),
    differ({ a: 4, b: 1, c: 2 }),
    differ({ a: 3.5, b: 1, c: 2 }),
    differ({ a: 4, b: 1.5, c: 2 }),
    differ({ a: 3.5, b: 1.5, c: '2' }),
    differ({ a: 4, b: 'many', c: 2 }),
    differ({ a: 4, b: 1 }),
  ]).toEqual([0, 1, 1, 1, 0, 0, 0]);
});

describe('the words of a problem', () => {
  const problems: [Omit<RecordProblem, 'path'>, string][] = [
    [{ code: 'not_an_object', args: { found: '5' } }, 'the record is 5; expected an object with counts'],
    [
      { code: 'unknown_format', args: { keys: ['a', 'b'], formats: ['x', 'y'] } },
      'no known format has these keys (a, b); state one with --record-format: x, y',
    ],
    [
      { code: 'unknown_format', args: { keys: [], formats: ['x'] } },
      'no known format has these keys (none); state one with --record-format: x',
    ],
    [
      { code: 'ambiguous_format', args: { formats: ['x', 'y'] } },
      'the record fits x, y equally well; say which it is with --record-format, or who sells with --provider',
    ],
    [
      { code: 'not_of_format', args: { format: 'x', missing: 'usage is not there' } },
      'the record is not x: usage is not there',
    ],
    [
      { code: 'missing_count', args: { meter: 'input_tokens', spellings: ['a', 'b'] } },
      'input_tokens is not stated; expected a count in a, b; a missing count is not taken as zero',
    ],
    [{ code: 'malformed_count', args: { field: 'a', value: '-5' } }, 'a is -5; expected a whole number from 0 up'],
    [{ code: 'malformed_money', args: { field: 'a', value: '"x"' } }, 'a is "x"; expected an amount of money'],
    [
      { code: 'malformed_currency', args: { field: 'a', value: '5' } },
      'a is 5; expected a currency such as USD; the money beside it is left out',
    ],
    [
      { code: 'malformed_date', args: { field: 'a', value: '"x"' } },
      'a is "x"; expected a date such as 2026-11-20T09:30:00Z',
    ],
    [
      { code: 'nothing_counted', args: { format: 'x' } },
      'the x record states no count at all, so what it cost is unknown',
    ],
    [
      { code: 'unread_count', args: { field: 'a', value: '5' } },
      "a is 5, and this format's reader does not know what it counts",
    ],
    [
      { code: 'part_exceeds_whole', args: { whole: 'w', count: '5', parts: 'p 6' } },
      'w is 5, less than its parts (p 6); a part cannot be larger than its whole',
    ],
    [
      { code: 'total_differs', args: { stated: '5', sum: '6', readings: ['p beside w', 'q beside w'] } },
      "the record's total is 5, but its counts come to 6; it holds p beside w, q beside w",
    ],
    [
      { code: 'total_differs', args: { stated: '5', sum: '6', readings: [] } },
      "the record's total is 5, but its counts come to 6; no reading of its parts gives that total",
    ],
    [
      { code: 'sum_differs', args: { whole: 'w', stated: '5', parts: 'p and q', sum: '6' } },
      'w is 5, but p and q come to 6',
    ],
    [
      { code: 'cut_stream', args: { format: 'x' } },
      'the x stream ends before its last count; what it says so far is too low',
    ],
    [{ code: 'more_pages', args: {} }, 'the last page says that more follow (has_more); fetch and add them'],
  ];
  test.each(problems)('$code', (problem, text) => {
    expect(recordProblemText({ ...problem, path: '' } as RecordProblem)).toBe(text);
  });

  test('show a value as JSON, cut off where it is long', () => {
    expect([shown('a'), shown(undefined), shown([1])]).toEqual(['"a"', 'undefined', '[1]']);
    expect([shown('x'.repeat(58)), shown('x'.repeat(59))]).toEqual([`"${'x'.repeat(58)}"`, `"${'x'.repeat(56)}...`]);
  });
});
