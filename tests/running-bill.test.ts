import { expect, test } from 'vitest';
import { Decimal } from '../src/engine/decimal.ts';
import { divideBy } from '../src/engine/divide.ts';
import {
  type BillOptions,
  type Offer,
  RatecardError,
  type RunningBill,
  readCard,
  runningBill,
} from '../src/engine/index.ts';

const rates = [{ meter: 'input_tokens', price: '1', per: 1, source: 's' }];
const periods = [{ from: null, until: null, rates }];
const funding = [{ method: 'card', source: 's' }];
const OFFER: Offer = readCard({ id: 'p/m', provider: 'p', model: 'm', currency: 'USD', periods, funding });
const open = (options: Partial<BillOptions> = {}) => runningBill(OFFER, { at: '2026-11-20', ...options });

test('a bill that cannot be opened, or has no such payment, tells why', () => {
  expect(() => open({ at: 'soon' })).toThrow('at: "soon" is not a date');
  const usage = { input_tokens: 5, cache_read_tokens: 6 };
  expect(() => open({ used_before: { usage } })).toThrow('used_before.usage.input_tokens: input_tokens is 5');
  const unpaid = open({ payment_method: 'cheque' });
  expect(() => unpaid.bill()).toThrow(/^payment_method: p\/m lists no payment method "cheque"; expected one of card$/);
});

test('a lane names what is wrong with its meters and columns', () => {
  const twice = () => open().lane(['input_tokens', 'input_tokens']);
  expect(twice).toThrow(/^meters.1: input_tokens is named twice; expected each meter once$/);
  expect(() => open().lane(['dreams'])).toThrow(RatecardError);
  expect(() => open().lane(['dreams'])).toThrow('columns.usage.dreams: there is no meter called "dreams"');
  const add = open().lane(['input_tokens']);
  expect(() => add([[1], [2]], 1)).toThrow(/^columns: there are 2 columns for 1 meters; expected one for each$/);
});

test('a request that cannot be read leaves nothing behind', () => {
  const running = open();
  expect(running.one({ cache_read_tokens: 5, cache_text_read_tokens: 6 })).toMatchObject([
    { code: 'part_exceeds_whole', path: 'usage.cache_read_tokens' },
  ]);
  expect(running.bill()).toMatchObject({ requests: '0', total: '0', assumptions: [] });
});

test('what cannot be read of one request is told at its place in what was given', () => {
  const wrong = (usage: Parameters<RunningBill['one']>[0], when?: Parameters<RunningBill['one']>[1]) =>
    open()
      .one(usage, when)
      .map(({ code, path }) => `${code} at ${path}`);
  expect(wrong({ dreams: 1 })).toEqual(['unknown_meter at usage.dreams']);
  expect(wrong({ input_tokens: 1 }, { mood: 'good' } as never)).toEqual(['unknown_condition at when.mood']);
});

test('conditions count once requests are made under them, each once and in their order', () => {
  const running = open();
  running.lane(['input_tokens'], { region: 'ap' })([[]], 0);
  for (const region of ['us', 'eu', 'us']) running.lane(['input_tokens'], { region })([[3]], 1);
  expect(running.sums()).toMatchObject({ met: [{ region: 'us' }, { region: 'eu' }] });
  expect(running.sums().counted).toEqual({});
  const named = running.bill().assumptions.map(({ code, args }) => [code, args['value']]);
  expect(named).toEqual([
    ['condition_unpriced', 'eu'],
    ['condition_unpriced', 'us'],
  ]);
});

test('sums of another card are refused', () => {
  const running = open();
  running.one({ input_tokens: 3 });
  const sums = running.sums();
  const other = { ...sums, pieces: sums.pieces.map((piece) => ({ ...piece, rate: 9 })) };
  expect(() => open().add(other)).toThrow('the card has no rate 9; these sums are of another');
});

test.each(['0', '-1', 'Infinity'])('nothing is divided by %s', (divisor) => {
  expect(() => divideBy(new Decimal(divisor))).toThrow(`cannot divide by ${divisor}`);
});
