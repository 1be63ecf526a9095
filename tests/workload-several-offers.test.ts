import { describe, expect, test } from 'vitest';
import { estimate, rankOffers, type Workload } from '../src/workload/index.ts';
import { offerOf } from './workload-offers.ts';

const messages = (name: string, price: string, currency: string) =>
  offerOf(name, { currency, rates: [{ meter: 'requests', price, per: 1 }] });
const TEN: Workload = { kind: 'requests', requests: { low: 9, expected: 10, high: 11 } };
const AT = { at: '2026-11-20' };

describe('work that several offers do', () => {
  const half = (offer: string, workload: object = { kind: 'requests' }) => ({ share_percent: 50, offer, workload });
  const mix = (...parts: object[]): Workload => ({ kind: 'mix', volume: 10, parts }) as never;
  const [usd, eur] = [messages('usd', '1', 'USD'), messages('eur', '2', 'EUR')];
  const offers = (id: string) => [usd, eur, messages('more', '3', 'USD')].find((one) => one.id === id);
  const priced = (work: Workload, more: object = {}) => estimate(usd, work, { ...AT, offers, ...more });

  test('is billed once by each, and by the one that is asked about as if it were not named', () => {
    const { bills, total, months, ways_to_pay: ways } = priced(mix(half('p/more'), half('p/usd')));
    expect(bills.map(({ offer, total: amount }) => [offer, amount])).toEqual([
      ['p/more', '15'],
      ['p/usd', '5'],
    ]);
    expect([total?.expected, months[0]?.requests, ways]).toEqual(['20', '10', []]);
    const alone = estimate(usd, mix(half('p/usd'), half('p/usd')), AT);
    expect([alone.bills.length, alone.total?.expected]).toEqual([1, '10']);
  });

  test('names an offer that is there', () => {
    expect(() => priced(mix(half('p/none'), half('p/usd')))).toThrow(
      'offer: there is no offer "p/none"; name one by its id',
    );
    expect(() => estimate(usd, mix(half('p/more'), half('p/usd')), AT)).toThrow('there is no offer "p/more"');
  });

  test('is billed in one currency, or asks for exchange rates', () => {
    const both = mix(half('p/usd'), half('p/eur'));
    expect(() => priced(both)).toThrow(
      'parts: the parts are billed in USD, EUR; ask for one currency and give the exchange rates',
    );
    const exchange_rates = [{ from: 'EUR', to: 'USD', rate: '1.5', date: '2026-11-20', source: 's' }];
    const { total, currency } = priced(both, { currency: 'USD', exchange_rates });
    expect([total?.expected, currency]).toEqual(['20', 'USD']); // 5 + 5 x 2 x 1.5
    expect(estimate(eur, TEN, { ...AT, currency: 'USD', exchange_rates })).toMatchObject({ currency: 'USD' });
    expect(estimate(eur, TEN, AT)).toMatchObject({ currency: 'EUR' });
  });

  test('is in the currency of those that do it', () => {
    expect(priced(mix(half('p/eur'), half('p/eur')))).toMatchObject({ currency: 'EUR', total: { expected: '20' } });
  });

  test('has no total where one cannot do its part and another has no card', () => {
    const later = offerOf('later', { periods: [{ from: '2027-01-01', until: null, rates: [] }] });
    const small = offerOf('small', { context_window: 9, rates: [{ meter: 'input_tokens', price: '1', per: 1 }] });
    const find = (id: string) => [later, small].find((one) => one.id === id);
    const tooLong = half('p/small', { kind: 'requests', input_tokens: 10 });
    expect(estimate(usd, mix(half('p/usd'), tooLong), { ...AT, offers: find })).toMatchObject({
      total: null,
      bills: [{ offer: 'p/usd', total: '5' }],
    });
    const work = mix(tooLong, half('p/later'));
    const answer = estimate(usd, work, { ...AT, offers: find });
    expect(answer).toMatchObject({ total: null, complete: false, currency: 'USD' });
    expect(answer.cannot.map(({ offer, code }) => [offer, code])).toEqual([['p/small', 'context_exceeded']]);
    expect(answer.problems.map(({ code }) => code)).toEqual(['no_period']);
    const latest = { ...later, id: 'p/latest' };
    const none = estimate(usd, mix(half('p/later'), half('p/latest')), {
      ...AT,
      offers: (id) => (id === 'p/latest' ? latest : later),
    });
    expect(none.problems.map(({ args }) => args)).toMatchObject([{ offer: 'p/later' }, { offer: 'p/latest' }]);
    const twice = { ...small, id: 'p/twice' };
    const both = mix(tooLong, half('p/twice', { kind: 'requests', input_tokens: 11 }));
    const { cannot } = estimate(usd, both, { ...AT, offers: (id) => (id === 'p/twice' ? twice : small) });
    expect(cannot.map(({ offer, args }) => [offer, args])).toMatchObject([
      ['p/small', { needed: '10' }],
      ['p/twice', { needed: '11' }],
    ]);
  });
});

test('a question that cannot be read is refused, whatever the offer', () => {
  const offer = messages('any', '1', 'USD');
  const later = offerOf('later', { periods: [{ from: '2027-01-01', until: null, rates: [] }] });
  expect(() => estimate(later, TEN, { ...AT, top_up: '-1' })).toThrow('top_up');
  expect(() => estimate(offer, TEN, { ...AT, top_up: '-1' })).toThrow('top_up');
  const chat: Workload = {
    kind: 'chat',
    conversations: 1,
    turns: 2,
    system_tokens: 1,
    message_tokens: 1,
    answer_tokens: 0,
    history: 'all',
  };
  expect(() => rankOffers([offer], chat, { ...AT, used_before: { cost: 'x' } })).toThrow('used_before');
});

test('what is not known of an offer is said without anything to find other offers by', () => {
  const { assumptions } = estimate(messages('any', '1', 'USD'), TEN, AT);
  expect(assumptions.filter(({ code }) => code === 'limit_unknown').map(({ args }) => args)).toEqual([
    { offer: 'p/any', limit: 'context window' },
    { offer: 'p/any', limit: 'longest output' },
  ]);
});

describe('ways to pay for an estimate', () => {
  const funding = [{ method: 'card', fee: { percent: '10', charged: 'on_top' as const }, source: 's' }];
  const offer = offerOf('any', { rates: [{ meter: 'requests', price: '1', per: 1 }], funding });
  const waysOf = (work: Workload, more: object = {}) => estimate(offer, work, { ...AT, ...more }).ways_to_pay;

  test('are for a year of the first month, without the fee for buying credit', () => {
    // 11 with the fee; 10 of credit a month
    expect(waysOf(TEN)[0]).toMatchObject({ every_months: 1, credit: '10', fee: '1', purchases: '12', paid: '132' });
    expect(waysOf(TEN)).toHaveLength(12);
  });

  test('are for as many months as are looked at, if more', () => {
    const work: Workload = { kind: 'requests', requests: 10, months: 13 };
    expect(waysOf(work)[0]).toMatchObject({ purchases: '13', paid: '143' });
  });

  test('are for what is spent on the offer itself, and say nothing of credit without fees', () => {
    const rates = [{ meter: 'requests', price: '1', per: 1 }];
    const ends = offerOf('any', {
      rates,
      funding: [{ method: 'card', source: 's', expiry: { after: 'P20D', certainty: 'will' } }],
    });
    const parts = ['p/other', 'p/any'].map((name) => ({
      share_percent: 50,
      offer: name,
      workload: { kind: 'requests' },
    }));
    const work = { kind: 'mix', volume: 10, parts } as Workload;
    const options = { ...AT, offers: () => messages('other', '3', 'USD') };
    const codes = ({ assumptions }: ReturnType<typeof estimate>) => assumptions.map(({ code }) => code);
    const answer = estimate(ends, work, options);
    expect([answer.ways_to_pay[0]?.credit, codes(answer).includes('credit_by_days')]).toEqual([
      '3.333333333333333333333333',
      true,
    ]);
    expect(codes(estimate(ends, work, { ...options, fees: false }))).not.toContain('credit_by_days');
  });

  test('keep other fees in what is spent', () => {
    const fees = [{ kind: 'recurring', label: 'Seat', amount: '2', span: 'month', source: 's' }];
    const seat = offerOf('seat', {
      periods: [{ from: null, until: null, rates: [{ meter: 'requests', price: '1', per: 1 }], fees } as never],
      funding,
    });
    expect(estimate(seat, TEN, AT).ways_to_pay[0]).toMatchObject({ credit: '12', fee: '1.2' });
  });

  test('are none without fees, without a price and without anything to pay', () => {
    expect(waysOf(TEN, { fees: false })).toEqual([]);
    expect(waysOf({ ...TEN, output_tokens: 1 } as Workload)).toEqual([]);
    const free = offerOf('free', { rates: [{ meter: 'requests', state: 'included' }], funding });
    expect(estimate(free, TEN, AT).ways_to_pay).toEqual([]);
  });
});
