import { expect, test } from 'vitest';
import { compare, type Offer, tryReadCard } from '../src/engine/index.ts';

function offer(id: string, price: string, currency = 'USD'): Offer {
  const rates = [{ meter: 'messages', price, per: 1, source: 's' }];
  const one = { id, provider: 'a', model: 'l/m', currency, periods: [{ from: null, until: null, rates }] };
  tryReadCard(one);
  return one;
}
const AT = '2026-11-20';

test('equal totals share a rank and the next one skips', () => {
  const { rows } = compare([offer('c', '3'), offer('b', '2.0'), offer('a', '2'), offer('d', '1')], [{ usage: {} }], {
    at: AT,
  });
  expect(rows.map(({ rank, offer: id, total }) => [rank, id, total])).toEqual([
    [1, 'd', '1'],
    [2, 'a', '2'],
    [2, 'b', '2'],
    [4, 'c', '3'],
  ]);
});

test('an offer in another currency is not ranked without an exchange rate, and has one that is missing', () => {
  const { rows, unpriced } = compare([offer('a', '1'), offer('b', '1'), offer('c', '2', 'EUR')], [{ usage: {} }], {
    at: AT,
  });
  expect(rows.map(({ offer: id }) => id)).toEqual(['a', 'b']);
  expect(unpriced).toMatchObject([{ offer: 'c', gaps: [{ code: 'no_exchange_rate' }], problems: [] }]);
});

test('an offer whose card cannot be read leaves the others ranked', () => {
  const { rows, unpriced } = compare([offer('a', '1'), offer('b', 'abc')], [{ usage: {} }], { at: AT });
  expect(rows.map(({ offer: id }) => id)).toEqual(['a']);
  expect(unpriced).toMatchObject([
    { offer: 'b', problems: [{ code: 'card_malformed', path: 'periods/0/rates/0/price' }] },
  ]);
});

test('a ratio is to the cheapest total above zero, to four places', () => {
  const { rows } = compare([offer('a', '3'), offer('b', '0'), offer('c', '7'), offer('d', '0.00')], [{ usage: {} }], {
    at: AT,
  });
  expect(rows.map(({ offer: id, ratio }) => [id, ratio])).toEqual([
    ['b', null],
    ['d', null],
    ['a', '1'],
    ['c', '2.3333'],
  ]);
  const free = compare([offer('a', '0')], [{ usage: {} }], { at: AT });
  expect(free.rows).toMatchObject([{ rank: 1, ratio: null, total: '0', currency: 'USD' }]);
  expect(compare([], [{ usage: {} }], { at: AT })).toEqual({ rows: [], unpriced: [] });
});

test('of currencies that are as common the first in the alphabet is ranked in, and one that was asked for before any', () => {
  const offers = [offer('a', '1', 'USD'), offer('b', '2', 'EUR'), offer('c', '3', 'JPY')];
  const ranked = (asked: object) => compare(offers, [{ usage: {} }], { at: AT, ...asked });
  expect(ranked({}).rows).toMatchObject([{ offer: 'b', currency: 'EUR' }]);
  expect(ranked({}).unpriced).toMatchObject([
    { offer: 'a', gaps: [{ meter: 'total', quantity: '1', reason: 'no exchange rate from USD to EUR was given' }] },
    { offer: 'c', gaps: [{ reason: 'no exchange rate from JPY to EUR was given' }] },
  ]);
  const rate = { from: 'USD', to: 'JPY', rate: '150', date: AT, source: 'https://example.com' };
  const { rows, unpriced } = ranked({ currency: 'JPY', exchange_rates: [rate] });
  expect(rows).toMatchObject([
    { offer: 'c', total: '3', currency: 'JPY' },
    { offer: 'a', total: '150', currency: 'JPY', ratio: '50' },
  ]);
  expect(unpriced).toMatchObject([{ offer: 'b', gaps: [{ code: 'no_exchange_rate' }] }]);
});

test('a gap of usage is no gap of currency, and a question that cannot be read is nobody to rank', () => {
  const { rows, unpriced } = compare([offer('a', '1')], [{ usage: { input_tokens: 5 } }], { at: AT });
  expect([rows, unpriced]).toMatchObject([
    [],
    [{ offer: 'a', gaps: [{ meter: 'input_tokens', code: 'no_rate' }], problems: [] }],
  ]);
  expect(unpriced[0]?.gaps.length).toBe(1);
  expect(() => compare([offer('a', '1')], [{ usage: { dreams: 5 } }], { at: AT })).toThrow('no meter called "dreams"');
  expect(() => compare([offer('b', 'abc')], [{ usage: {} }], { at: AT, days: 0 })).toThrow('days is 0');
  expect(compare([offer('b', 'abc')], [{ usage: {} }], { at: AT }).unpriced).toMatchObject([{ offer: 'b', gaps: [] }]);
});
