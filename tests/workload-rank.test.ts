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
