import { describe, expect, test } from 'vitest';
import { estimate, rankOffers, solve, type Workload } from '../src/workload/index.ts';
import { offerOf } from './workload-offers.ts';

const flat = (name: string, input: string, output: string) =>
  offerOf(name, {
    rates: [
      { meter: 'input_tokens', price: input, per: 1_000_000 },
      { meter: 'output_tokens', price: output, per: 1_000_000 },
    ],
  });
const AT = { at: '2026-11-20' };
const WORK: Workload = {
  kind: 'requests',
  requests: { low: 1000, expected: 2000, high: 9000 },
  input_tokens: { low: 100, expected: 1000, high: 2000 },
  output_tokens: 100,
};

describe('ranking offers by work', () => {
  test('an offer that is twice as dear at every value is no close call, though the ranges overlap', () => {
    const { rows } = rankOffers([flat('twice', '2', '4'), flat('once', '1', '2')], WORK, AT);
    // 2000 x (1000 x 1 + 100 x 2) = 2.4; low 1000 x 300 = 0.3, high 9000 x 2200 = 19.8
    expect(rows).toMatchObject([
      {
        rank: 1,
        offer: 'p/once',
        expected: '2.4',
        range: { low: '0.3', high: '19.8' },
        ratio: '1',
        verdict: 'cheapest',
      },
      {
        rank: 2,
        offer: 'p/twice',
        expected: '4.8',
        range: { low: '0.6', high: '39.6' },
        ratio: '2',
        verdict: 'dearer',
      },
    ]);
  });

  test('an offer that is cheaper for short input only is too close to call', () => {
    const { rows } = rankOffers([flat('in', '1', '9'), flat('out', '1.5', '4.5')], WORK, AT);
    // in: 1000 + 900 = 1900, out: 1500 + 450 = 1950 for each; at 100 in: 1000 against 600
    expect(rows.map(({ offer, expected, verdict }) => [offer, expected, verdict])).toEqual([
      ['p/in', '3.8', 'cheapest'],
      ['p/out', '3.9', 'close'],
    ]);
  });

  test('equal totals share a rank, and equal rates the verdict', () => {
    const { rows } = rankOffers([flat('b', '1', '2'), flat('a', '1', '2'), flat('c', '9', '9')], WORK, AT);
    expect(rows.map(({ rank, offer, verdict }) => [rank, offer, verdict])).toEqual([
      [1, 'p/a', 'cheapest'],
      [1, 'p/b', 'cheapest'],
      [3, 'p/c', 'dearer'],
    ]);
    const crossing = rankOffers([flat('a', '1', '2'), flat('b', '0.9', '3')], WORK, AT).rows;
    expect(crossing.map(({ rank, verdict }) => [rank, verdict])).toEqual([
      [1, 'cheapest'],
      [1, 'close'],
    ]);
  });

  test('what has no price, or cannot do the work, has no rank and says why', () => {
    const half = offerOf('half', { rates: [{ meter: 'input_tokens', price: '1', per: 1_000_000 }] });
    const small = { ...flat('small', '0.01', '0.01'), context_window: { tokens: 1099 } };
    const later = offerOf('later', { periods: [{ from: '2027-01-01', until: null, rates: [] }] });
    const { rows, unranked } = rankOffers([half, small, later, flat('whole', '1', '2')], WORK, AT);
    expect(rows.map(({ offer }) => offer)).toEqual(['p/whole']);
    const why = unranked.map(({ offer, cannot, gaps, problems }) => [
      offer,
      ...cannot.map(({ code }) => code),
      ...gaps.map(({ code }) => code),
      ...problems.map(({ code }) => code),
    ]);
    expect(why).toEqual([
      ['p/half', 'no_rate'],
      ['p/small', 'context_exceeded'],
      ['p/later', 'no_period'],
    ]);
  });

  test('an offer that can do the expected work but not the most has no range and is not called cheaper', () => {
    const small = { ...flat('small', '0.01', '0.01'), context_window: { tokens: 1500 } };
    const { rows } = rankOffers([flat('whole', '1', '2'), small], WORK, AT);
    expect(rows[0]).toMatchObject({ offer: 'p/small', range: null });
    expect(rows[0]?.failing_ends).toMatchObject([{ input: 'input_tokens', value: '2000' }]);
    const answer = estimate(small, WORK, AT);
    expect(answer.total).toEqual({ low: null, expected: '0.022', high: null }); // 2000 x 1100 x 0.01
    expect([answer.complete, answer.failing_ends.length]).toEqual([false, 1]);
  });

  test('ends that only together are too much are named together', () => {
    const work: Workload = { ...WORK, output_tokens: { low: 50, expected: 100, high: 200 } };
    const tight = { ...flat('tight', '1', '1'), context_window: { tokens: 2150 } };
    // 2000 + 100 and 1000 + 200 fit, 2000 + 200 do not
    const { total, failing_ends: ends } = estimate(tight, work, AT);
    expect(total).toEqual({ low: null, expected: '2.2', high: null });
    expect(ends.map(({ input, value }) => [input, value])).toEqual([
      ['requests and input_tokens and output_tokens', 'high'],
    ]);
  });
});

const messages = (name: string, price: string, currency: string) =>
  offerOf(name, { currency, rates: [{ meter: 'requests', price, per: 1 }] });
const TEN: Workload = { kind: 'requests', requests: { low: 9, expected: 10, high: 11 } };

describe('a ranking', () => {
  test('is in the currency that most offers charge in, of as many in the one that is first in the alphabet', () => {
    const [a, b, c] = [messages('a', '1', 'USD'), messages('b', '2', 'EUR'), messages('c', '3', 'EUR')];
    const { currency, rows, unranked } = rankOffers([a, b, c], TEN, AT);
    expect([currency, rows.map(({ offer, currency: of }) => [offer, of])]).toEqual([
      'EUR',
      [
        ['p/b', 'EUR'],
        ['p/c', 'EUR'],
      ],
    ]);
    expect(unranked).toEqual([{ offer: 'p/a', cannot: [], gaps: [], problems: [] }]);
    expect(rankOffers([a, b], TEN, AT).currency).toBe('EUR');
    expect(rankOffers([b, a], TEN, AT).currency).toBe('EUR');
    expect(rankOffers([messages('z', '1', 'AUD'), c, c, b, a, a, a], TEN, AT).currency).toBe('EUR');
    expect(rankOffers([], TEN, AT)).toEqual({ currency: 'USD', rows: [], unranked: [] });
    expect(rankOffers([b, a], TEN, { ...AT, currency: 'USD' }).rows.map(({ offer }) => offer)).toEqual(['p/a']);
  });

  test('works out ranges for as many rows as are asked for', () => {
    const offers = ['a', 'b', 'c'].map((name, index) => messages(name, String(index + 1), 'USD'));
    expect(rankOffers(offers, TEN, AT, 2).rows).toEqual([
      {
        rank: 1,
        offer: 'p/a',
        currency: 'USD',
        expected: '10',
        range: { low: '9', high: '11' },
        failing_ends: [],
        ratio: '1',
        verdict: 'cheapest',
      },
      {
        rank: 2,
        offer: 'p/b',
        currency: 'USD',
        expected: '20',
        range: { low: '18', high: '22' },
        failing_ends: [],
        ratio: '2',
        verdict: 'dearer',
      },
      {
        rank: 3,
        offer: 'p/c',
        currency: 'USD',
        expected: '30',
        range: null,
        failing_ends: [],
        ratio: '3',
        verdict: null,
      },
    ]);
  });

  test('says to four places how many times the cheapest an offer is, unless that is nothing', () => {
    const ratios = (...prices: string[]) =>
      rankOffers(
        prices.map((price, index) => messages(`o${index}`, price, 'USD')),
        TEN,
        AT,
      ).rows.map(({ ratio }) => ratio);
    expect(ratios('3', '10', '20.0001')).toEqual(['1', '3.3333', '6.6667']);
    expect(ratios('0', '10', '15')).toEqual([null, '1', '1.5']);
  });

  test('puts equal totals in the order of their names, whatever order they come in', () => {
    const offers = ['c', 'a', 'd', 'b'].map((name) => messages(name, '1', 'USD'));
    const order = rankOffers(offers, TEN, AT).rows.map(({ rank, offer }) => `${rank} ${offer}`);
    expect(order).toEqual(['1 p/a', '1 p/b', '1 p/c', '1 p/d']);
  });

  test('is not sure of an offer that the cheapest cannot be compared with at some ends', () => {
    const small = { ...flat('small', '0.01', '0.01'), context_window: { tokens: 1500 } };
    const { rows } = rankOffers([flat('whole', '1', '2'), small], WORK, AT);
    expect(rows.map(({ offer, verdict }) => [offer, verdict])).toEqual([
      ['p/small', null],
      ['p/whole', 'close'],
    ]);
  });
});

test('an offer is not called dearer where it cannot do the work with every input at the end that suits it', () => {
  const work: Workload = {
    kind: 'requests',
    requests: 1000,
    input_tokens: { low: 100, expected: 1000, high: 2000 },
    output_tokens: { low: 50, expected: 100, high: 200 },
  };
  const rates = [
    { meter: 'requests', price: '0.004', per: 1 },
    { meter: 'input_tokens', state: 'included' },
    { meter: 'output_tokens', price: '1', per: 1_000_000 },
  ];
  const { rows } = rankOffers([flat('whole', '1', '2'), offerOf('short', { rates, context_window: 2150 })], work, AT);
  // 2000 and 200 together do not fit, where the difference would be least; its own ends are 4 and 0.05 or 0.2
  expect(rows.map(({ offer, range, verdict }) => [offer, range, verdict])).toEqual([
    ['p/whole', { low: '0.2', high: '2.4' }, 'cheapest'],
    ['p/short', { low: '4.05', high: '4.2' }, 'close'],
  ]);
});

test('the range of what a budget buys is that at the volume it buys, where a credit no longer hides the inputs', () => {
  const period = { from: null, until: null, rates: [{ meter: 'input_tokens', price: '1', per: 1_000_000 }] };
  const credits = [{ label: 'Welcome', amount: '5', span: 'month', source: 's' }];
  const offer = offerOf('welcome', { periods: [{ ...period, credits } as never] });
  const work: Workload = {
    kind: 'requests',
    requests: 1,
    input_tokens: { low: 100, expected: 1000, high: 2000 },
  };
  const { most, range } = solve(offer, work, '10', AT);
  // (10 + 5) / 0.001, and at 0.002 and 0.0001 for a request
  expect([most, range]).toEqual(['15000', { low: '7500', high: '150000' }]);
});
