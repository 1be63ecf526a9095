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
