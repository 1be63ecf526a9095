import { expect, test } from 'vitest';
import {
  type Offer,
  priceUsage,
  RatecardError,
  readCard,
  STANDARD_METERS,
  trustCard,
  tryPriceUsage,
} from '../src/engine/index.ts';

const AT = '2026-11-20';
const RATE = { meter: 'messages', price: '1', per: 1, source: 's' };
const FEE = { method: 'card', fee: { percent: '5', charged: 'on_top' }, source: 's' } as const;

function offerWith(rates: readonly object[], funding: Offer['funding'] = [FEE]): Offer {
  const periods = [{ from: null, until: null, rates }] as unknown as Offer['periods'];
  return { id: 'p/m', provider: 'p', model: 'm', currency: 'USD', periods, ...(funding ? { funding } : {}) };
}

function codesOf(offer: Offer, meters = STANDARD_METERS): string[] {
  const result = tryPriceUsage(offer, [{ usage: {} }], { at: AT, meters });
  return 'problems' in result ? result.problems.map(({ code, path }) => `${code} ${path}`) : [];
}

test('reading a card tells everything that is wrong with it at once, each with its place', () => {
  const offer = offerWith(
    [
      { ...RATE, price: 1 },
      { ...RATE, per: 0 },
    ],
    [{ ...FEE, fee: { ...FEE.fee, percent: 'x' } }],
  );
  const read = (): Offer => readCard(offer);
  expect(read).toThrow(RatecardError);
  expect(read).toThrow(/periods\/0\/rates\/0\/price.*\n.*periods\/0\/rates\/1\/per.*\n.*funding\/0\/fee\/percent/);
});

test('a period that is not in force is read too', () => {
  const offer = offerWith([RATE]);
  const [period] = offer.periods;
  const periods = [
    { ...period, until: '2026-01-01', rates: [{ ...RATE, per: -1 }] },
    { ...period, from: '2026-01-01' },
  ];
  expect(() => readCard({ ...offer, periods: periods as Offer['periods'] })).toThrow(/periods\/0\/rates\/0\/per/);
});

test('whoever prices a card that was read with problems is told them again', () => {
  const offer = offerWith([{ ...RATE, price: 'free' }]);
  expect(() => readCard(offer)).toThrow(RatecardError);
  expect(codesOf(offer)).toEqual(['card_malformed periods/0/rates/0/price']);
});

test('a copy is read with what it was copied from, but not what was put in its place', () => {
  const offer = readCard(offerWith([RATE]));
  expect(codesOf({ ...offer, currency: 'EUR' })).toEqual([]);
  expect(codesOf({ ...offer, periods: [...offer.periods] })).toEqual(['card_unread offer']);
  expect(codesOf({ ...offer, funding: [{ ...FEE }] })).toEqual(['card_unread offer']);
});

test('a card that is trusted is priced unseen', () => {
  expect(codesOf(trustCard(offerWith([RATE])))).toEqual([]);
});

test('two rates of a trusted card that fit equally well are a gap, never a guess', () => {
  const { gaps } = priceUsage(trustCard(offerWith([RATE, { ...RATE, label: 'Twice' }])), [{ usage: {} }], { at: AT });
  expect(gaps).toMatchObject([
    { reason: 'rates "messages" (the card\'s rate 1) and "Twice" (the card\'s rate 2) fit equally well' },
  ]);
});

test('a card read with one table of meters is refused with another that lacks one of its own', () => {
  const offer = readCard(offerWith([RATE, { ...RATE, meter: 'web_searches' }]));
  const fewer = new Map([...STANDARD_METERS].filter(([id]) => id !== 'web_searches'));
  expect(codesOf(offer, fewer)).toEqual(['card_malformed periods/0/rates/1/meter']);
});
