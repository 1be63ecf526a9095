import { describe, expect, test } from 'vitest';
import { STANDARD_METERS } from '../src/engine/index.ts';
import {
  breakEven,
  estimate,
  firstMonth,
  mostRequests,
  rankOffers,
  solve,
  type Workload,
  type WorkOffer,
} from '../src/workload/index.ts';
import { offerOf } from './workload-offers.ts';

const messages = (name: string) => offerOf(name, { rates: [{ meter: 'requests', price: '1', per: 1 }] });
const TEN: Workload = { kind: 'requests', requests: { low: 9, expected: 10, high: 11 } };
const AT = { at: '2026-11-20' };

test.each(['soon', '2026-02-30', '2026-11-20T25:00Z'])('work is not priced at "%s", which is no date', (at) => {
  const offer = messages('any');
  const side = { offer, workload: TEN };
  const questions = [
    () => estimate(offer, TEN, { at }),
    () => rankOffers([offer], TEN, { at }),
    () => solve(offer, TEN, '5', { at }),
    () => breakEven(side, side, { vary: 'requests' }, { at }),
    () => firstMonth(TEN, { at }),
    () => mostRequests(offer, {}, '5', { at }),
  ];
  const refused = expect.objectContaining({
    name: 'RatecardError',
    problems: [{ code: 'malformed_date', args: { value: at }, path: 'at' }],
  });
  for (const ask of questions) expect(ask).toThrow(refused);
});

test('no month after the year 9999 has a date', () => {
  const offer = messages('any');
  const work = { kind: 'requests', requests: 1, months: 2, volume_per: 'working_day', working_days: 20 } as Workload;
  const refused = expect.objectContaining({ name: 'RatecardError' });
  expect(() => estimate(offer, work, { at: '9999-12-15' })).toThrow(refused);
  expect(() => rankOffers([offer], work, { at: '9999-12-15' })).toThrow(refused);
});

test('a card that nobody has read is a problem of the offer, whatever stands on it', () => {
  const period = { from: null, until: null };
  const raw = (price: string): WorkOffer => {
    const rates = [{ meter: 'requests', price, per: 1, source: 's' }];
    return { ...messages('raw'), periods: [period, period].map((one) => ({ ...one, rates })) };
  };
  const chat = { kind: 'chat', conversations: 1, turns: 2, history: 'all' } as const;
  const work: Workload = { ...chat, system_tokens: 0, message_tokens: 0, answer_tokens: 0 };
  for (const price of ['cheap', '1']) {
    expect(estimate(raw(price), work, AT)).toMatchObject({ total: null, problems: [{ code: 'card_unread' }] });
    const { rows, unranked } = rankOffers([raw(price)], work, AT);
    expect([rows, unranked]).toMatchObject([[], [{ problems: [{ code: 'card_unread' }] }]]);
  }
});

test('work whose volume and growth are only together more than is counted is refused', () => {
  const requests = { low: 1, expected: 1, high: 10 ** 15 };
  const work: Workload = { kind: 'requests', requests, growth_percent: { low: 0, expected: 0, high: 100 }, months: 2 };
  const refused = expect.objectContaining({
    problems: [{ code: 'growth_overflows', args: { month: 2, volume: '2.00e+15' }, path: 'growth_percent' }],
  });
  expect(() => estimate(messages('any'), work, AT)).toThrow(refused);
  expect(() => rankOffers([messages('any')], work, AT)).toThrow(refused);
});

describe('meters of a table of its own', () => {
  const without = (id: string) => new Map([...STANDARD_METERS].filter(([meter]) => meter !== id));
  const work: Workload = {
    kind: 'chat',
    conversations: 1,
    turns: 2,
    system_tokens: 1,
    message_tokens: 1,
    answer_tokens: 1,
    history: 'all',
  };

  test('are those that a card may name', () => {
    const searches = { meter: 'web_searches', state: 'included' };
    const offer = offerOf('any', { rates: [{ meter: 'input_tokens', price: '1', per: 1 }, searches] });
    const { rows, unranked } = rankOffers(
      [offer],
      { ...work, answer_tokens: 0 },
      { ...AT, meters: without('web_searches') },
    );
    expect([rows, unranked]).toMatchObject([[], [{ problems: [{ code: 'card_malformed' }] }]]);
  });

  test('are those that work may count, whichever offer is asked', () => {
    const options = { ...AT, meters: without('output_tokens') };
    const refused = expect.objectContaining({
      name: 'RatecardError',
      problems: expect.arrayContaining([
        expect.objectContaining({ code: 'unknown_meter', args: { meter: 'output_tokens' } }),
      ]),
    });
    const { total } = firstMonth(work, options);
    for (const name of ['a', 'b']) {
      const offer = offerOf(name, { rates: [{ meter: 'input_tokens', price: '1', per: 1 }] });
      expect(() => rankOffers([offer], work, options)).toThrow(refused);
      expect(() => total(offer)).toThrow(refused);
    }
  });
});
