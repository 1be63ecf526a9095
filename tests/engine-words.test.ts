import { describe, expect, test } from 'vitest';
import { type Assumption, type AssumptionCode, assume } from '../src/engine/assumption.ts';
import { noteFault } from '../src/engine/card-fault.ts';
import type { When } from '../src/engine/condition.ts';
import { durationWords } from '../src/engine/duration-words.ts';
import { type GapCode, gap } from '../src/engine/gap.ts';
import { type EngineProblem, engineProblemText, isOfTheOffer, RatecardError } from '../src/engine/problem.ts';
import { whenWords } from '../src/engine/when-words.ts';

const label = 'L';

describe('an assumption', () => {
  test.each<[AssumptionCode, object, string]>([
    ['rate_reading', { label, reading: 'r' }, 'L: r'],
    ['whole_inferred', { whole: 'w' }, 'w was not stated; it is taken as the sum of its parts'],
    ['overlap_assumed_none', { a: 'x', b: 'y' }, 'how much of x is also y was not stated; it is taken as none'],
    [
      'equal_requests',
      { requests: '5', rule: 'a rule', group: null },
      'all 5 requests are taken to be alike: a rule is decided for each of them by the same counts',
    ],
    [
      'equal_requests',
      { requests: '5', rule: 'a rule', group: 2 },
      'all 5 requests of group 2 are taken to be alike: a rule is decided for each of them by the same counts',
    ],
    [
      'mean_quantity',
      { meter: 'm', quantity: '1.5', rule: 'a rule' },
      '1.5 m per request is a mean; a rule is applied as if each request had exactly that',
    ],
    [
      'start_unknown',
      { at: '2026-11-20', known: '2026-11-21' },
      'when these rates began is not known; their oldest source is of 2026-11-21, and they are used at 2026-11-20 all the same',
    ],
    [
      'time_of_day_assumed',
      { at: '00:00' },
      'the price depends on the time of day and only a date was given; 00:00 is used',
    ],
    ['condition_unpriced', { key: 'k', value: 'v', held: false }, 'the card says nothing of k v'],
    [
      'condition_unpriced',
      { key: 'k', value: 'v', held: true },
      'the card says nothing of k v; the rates that hold without it are used',
    ],
    [
      'condition_same_price',
      { meter: 'm', key: 'k', value: 'v' },
      'the card has no price of its own for m at k v; m are charged the same',
    ],
    [
      'subject_not_stated',
      { label, subject: 's' },
      'L: its price depends on s, of which nothing was stated; it is taken as 0',
    ],
    ['nothing_used_before', { label, span: 'day' }, 'L: nothing else was used this day'],
    ['nothing_used_before', { label, span: 'month' }, 'L: nothing else was used this month'],
    ['nothing_spent_before', { label, span: 'year' }, 'L: nothing else was charged this year'],
    ['nothing_spent_before', { label, span: 'once' }, 'L: nothing else was charged so far'],
    [
      'used_before_elsewhere',
      { label },
      'L: none of what was used before is counted here; it is taken to have been asked for as the whole bill is',
    ],
    [
      'used_before_in_units',
      { label },
      'L: what was used before is counted in the units that were used, not in billed blocks',
    ],
    [
      'used_before_not_repriced',
      { label },
      'L: what was used before helps to reach a price, but is not charged again at it here',
    ],
    ['days_in_span', { label, days: '1' }, 'L: all usage falls on one day'],
    ['days_in_span', { label, days: '3' }, 'L: the usage is spread evenly over 3 days'],
    ['one_span_for_days', { label, span: 'month', days: '3' }, 'L: one month is counted for 3 days'],
    ['span_not_prorated', { label, span: 'once' }, 'L is charged once'],
    ['span_not_prorated', { label, span: 'month' }, 'L is charged for one whole month'],
    ['term_runs_on', { label, term: 'P1Y' }, 'L binds for 1 year; this bill holds one span of it'],
    ['fees_left_out', { left_out: [] }, 'every charge and credit beside the usage was left out as asked'],
    ['fees_left_out', { left_out: ['a', 'b'] }, 'every charge and credit beside the usage was left out as asked: a, b'],
    ['no_exchange_rate', { from: 'USD', to: 'EUR' }, 'no exchange rate from USD to EUR was given; the total is in USD'],
    ['payment_method_assumed', { method: 'card', others: ['wire'] }, 'paid by card; wire has terms of its own'],
    [
      'payment_method_assumed',
      { method: 'card', others: ['wire', 'coin'] },
      'paid by card; wire, coin have terms of their own',
    ],
    [
      'top_up_fee_unstated',
      { fee: '5%', amount: '1', inside_fee: '2', inside_total: '3', currency: 'USD' },
      'the provider does not say whether the top-up fee of 5% comes on top of the credit or out of it; it is added ' +
        'on top (1 USD); taken from inside, the fee would be 2 and the total 3 USD',
    ],
    [
      'top_up_shared',
      { top_up: '5', fee: '1', used: '2', currency: 'USD' },
      'paid from a top-up of 5 USD whose fee is 1; this bill carries the share of the 2 that it uses',
    ],
    [
      'top_up_adjusted',
      { asked: '3', top_up: '5', currency: 'USD' },
      'a top-up of 3 USD cannot be bought; one of 5 USD is taken',
    ],
    [
      'top_up_left',
      { count: '1', top_up: '5', left: '2', currency: 'USD' },
      '1 top-up of 5 USD; 2 USD of credit is left over',
    ],
    [
      'top_up_left',
      { count: '2', top_up: '5', left: '2', currency: 'USD' },
      '2 top-ups of 5 USD; 2 USD of credit is left over',
    ],
    ['balance_may_expire', { after: 'P12M', certainty: 'may' }, 'unused credit may expire after 12 months'],
  ])('%s %j', (code, args, text) => {
    const list: Assumption[] = [];
    assume(list, code, args as never);
    assume(list, code, args as never);
    expect(list).toEqual([{ code, text, args }]);
  });

  test('stands beside another of its code', () => {
    const list: Assumption[] = [];
    for (const whole of ['a', 'b', 'a']) assume(list, 'whole_inferred', { whole });
    expect(list.map(({ args }) => args['whole'])).toEqual(['a', 'b']);
  });

  test('stands beside one of another code that reads the same', () => {
    const list: Assumption[] = [];
    assume(list, 'rate_reading', { label, reading: 'nothing else was used this month' });
    assume(list, 'nothing_used_before', { label, span: 'month' });
    expect(list.map(({ code }) => code)).toEqual(['rate_reading', 'nothing_used_before']);
  });
});

test.each<[GapCode, object, string]>([
  ['no_rate', {}, 'the rate card has no rate for it'],
  ['needs_condition', { choices: ['a', 'b'] }, 'it has a price only under a condition; choose a, or b'],
  ['not_in_force', {}, 'it has a price only at other hours or dates'],
  ['unpublished', {}, 'it is charged for, at a price that is not published'],
  ['plan_only', {}, 'it is sold with a plan or subscription only'],
  ['price_unknown', {}, 'nobody says whether it is charged for, or at what price'],
  ['ambiguous', { rates: ['0', '1'] }, 'rates 0 and 1 fit equally well'],
  ['no_exchange_rate', { from: 'USD', to: 'EUR' }, 'no exchange rate from USD to EUR was given'],
])('a gap: %s', (code, args, reason) => {
  expect(gap('m', '1', code, args as never)).toEqual({ meter: 'm', quantity: '1', code, reason });
});

const PROBLEMS: readonly [EngineProblem['code'], object, string][] = [
  ['unknown_meter', { meter: 'm' }, 'there is no meter called "m"; `ratecard meters` lists those that there are'],
  [
    'malformed_quantity',
    { meter: 'm', value: '-1' },
    'm is -1; expected a count such as 1200 or a decimal as text such as "0.05", not negative',
  ],
  [
    'float_quantity',
    { meter: 'm', value: '0.1' },
    'm is the binary number 0.1; write decimals as text ("0.1") so that no digit is lost',
  ],
  ['malformed_requests', { value: '-1' }, 'the number of requests is -1; expected a whole number from 0 up'],
  [
    'part_exceeds_whole',
    { whole: 'w', count: '5', parts: 'p 6', sum: '6', overlaps: [] },
    'w is 5, but its parts (p 6) come to 6; a part cannot be larger than its whole: check whether w was counted without them',
  ],
  [
    'part_exceeds_whole',
    { whole: 'w', count: '5', parts: 'p 6', sum: '6', overlaps: [{ a: 'x', b: 'y', shared: ['u', 'v'] }] },
    'w is 5, but its parts (p 6) come to 6; a part cannot be larger than its whole: check whether w was counted without ' +
      'them, or state how much of x is also y as u or v',
  ],
  [
    'part_exceeds_whole',
    {
      whole: 'w',
      count: '5',
      parts: 'p 6',
      sum: '6',
      overlaps: [
        { a: 'x', b: 'y', shared: ['u'] },
        { a: 'x', b: 'z', shared: ['v'] },
      ],
    },
    'w is 5, but its parts (p 6) come to 6; a part cannot be larger than its whole: check whether w was counted without ' +
      'them, or state how much of x is also y as u, or state how much of x is also z as v',
  ],
  ['repeated_meter', { meter: 'm' }, 'm is named twice; expected each meter once'],
  ['repeated_exchange_rate', { from: 'USD', to: 'EUR' }, 'the exchange rate from USD to EUR is given twice; keep one'],
  ['wrong_columns', { meters: 2, columns: 1 }, 'there are 1 columns for 2 meters; expected one for each'],
  ['unknown_condition', { key: 'k', known: ['a', 'b'] }, '"k" is not a condition; expected one of a, b'],
  ['malformed_amount', { name: 'n', value: 'v', expected: 'e' }, 'n is v; expected e'],
  [
    'malformed_date',
    { value: 'v' },
    '"v" is not a date; expected 2026-11-20, or with a time and its offset 2026-11-20T09:30:00Z',
  ],
  ['no_period', { offer: 'o', at: 't', first: null, last: null }, 'o has no rates for t'],
  ['no_period', { offer: 'o', at: 't', first: 'f', last: null }, 'o has no rates for t; its known rates begin on f'],
  [
    'no_period',
    { offer: 'o', at: 't', first: 'f', last: 'l' },
    'o has no rates for t; its known rates begin on f and end before l',
  ],
  [
    'no_payment_method',
    { offer: 'o', method: 'm', known: ['a', 'b'] },
    'o lists no payment method "m"; expected one of a, b',
  ],
  ['too_many_digits', { name: 'n', digits: 60 }, 'n has more than 60 characters; expected a shorter number'],
  ['card_malformed', { offer: 'o', path: 'p', message: 'm' }, 'the rate card of o cannot be read: p m'],
  ['card_unread', { offer: 'o' }, 'nobody has read the rate card of o; give it to readCard first'],
  [
    'missing_usage',
    { found: 'null' },
    'the usage of this group is null; expected the quantities of one request, such as {"input_tokens": 1200}, or {}',
  ],
  ['card_conflict', { offer: 'o', conflict: 'c' }, 'the rate card of o contradicts itself: c'],
];

describe('a problem', () => {
  test.each(PROBLEMS)('%s %j', (code, args, text) => {
    expect(engineProblemText({ code, args, path: '' } as EngineProblem)).toBe(text);
  });

  test('lies with the offer or with the question', () => {
    const ofTheOffer = PROBLEMS.filter(([code, args]) => isOfTheOffer({ code, args, path: '' } as EngineProblem));
    const codes = ['no_period', 'no_payment_method', 'card_malformed', 'card_unread', 'card_conflict'];
    expect([...new Set(ofTheOffer.map(([code]) => code))]).toEqual(codes);
  });

  test('is thrown with all others, each in its place', () => {
    const problems = [
      { code: 'malformed_date', args: { value: 'v' }, path: 'at' },
      { code: 'repeated_meter', args: { meter: 'm' }, path: 'meters.1' },
    ] as const;
    const error = new RatecardError(problems);
    expect([error.name, error.problems]).toEqual(['RatecardError', problems]);
    expect(error.message.split('\n')).toEqual([
      'at: "v" is not a date; expected 2026-11-20, or with a time and its offset 2026-11-20T09:30:00Z',
      'meters.1: m is named twice; expected each meter once',
    ]);
  });
});

test.each<[unknown, string]>([
  [undefined, 'is missing; expected a number'],
  ['x', 'is "x"; expected a number'],
  [Symbol.for('s'), 'is Symbol(s); expected a number'],
])('a fault of a card says what is there: %s', (value, message) => {
  const faults: { path: string; message: string }[] = [];
  noteFault(faults, 'p', value, 'a number');
  expect(faults).toEqual([{ path: 'p', message }]);
});

test.each([
  ['P1D', '1 day'],
  ['P2W', '2 weeks'],
  ['P12M', '12 months'],
  ['P1Y', '1 year'],
  ['PT1H', 'PT1H'],
  ['P1Y6M', 'P1Y6M'],
  ['xP1Y', 'xP1Y'],
  ['P1', 'P1'],
])('%s is %s', (duration, words) => {
  expect(durationWords(duration)).toBe(words);
});

test.each<[When, string]>([
  [{}, ''],
  [{ service_tier: 'batch' }, 'service tier batch'],
  [{ service_tier: ['batch', 'flex'], region: 'eu' }, 'service tier batch or flex, region eu'],
  [{ time: [{ from: '16:30', until: '00:30', zone: 'UTC' }] }, '16:30 to 00:30 UTC'],
  [{ time: [{ days: ['mon', 'fri'], from: '08:00', until: '09:00', zone: 'UTC' }] }, 'mon, fri 08:00 to 09:00 UTC'],
  [{ dates: { from: '2026-11-01', until: '2026-12-01' } }, 'from 2026-11-01, until 2026-12-01'],
  [{ dates: { until: '2026-12-01' } }, 'until 2026-12-01'],
])('%j in words', (when, words) => {
  expect(whenWords(when)).toBe(words);
});
