import { describe, expect, test } from 'vitest';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { currentPeriod } from '../src/catalog/unit-prices.ts';
import { type Offer, priceUsage, readCard } from '../src/engine/index.ts';
import { keptWords } from '../src/site/board/kept-words.ts';
import { USUAL_WORK } from '../src/site/board/work-fields.ts';
import { fieldsOf } from '../src/site/calculator/fields.ts';
import { readNumber } from '../src/site/calculator/number-text.ts';
import { fieldProblem, priceState } from '../src/site/calculator/price-state.ts';
import { readLink, writeLink } from '../src/site/calculator/state.ts';
import { receipt } from '../src/site/receipt/receipt.ts';

const { catalog } = readCatalog('data');
const { meters } = catalog;
const AT = '2026-11-20';

const offer: Offer = readCard({
  id: 'x/y',
  provider: 'x',
  model: 'z/y',
  currency: 'USD',
  periods: [
    {
      from: null,
      until: null,
      rates: [
        { meter: 'input_tokens', price: '0.35', per: 1_000_000, label: 'Input', source: 'page' },
        { meter: 'output_tokens', price: '0.55', per: 1_000_000, label: 'Output', source: 'page' },
        { meter: 'output_tokens', price: '0.20', per: 1_000_000, when: { service_tier: 'batch' }, source: 'page' },
        { meter: 'web_searches', state: 'unpublished', source: 'page' },
      ],
    },
  ],
  funding: [
    { method: 'card', fee: { percent: '5', charged: 'on_top' }, source: 'page' },
    { method: 'crypto', fee: { percent: '3', charged: 'on_top' }, source: 'page' },
  ],
  sources: { page: { url: 'https://example.com', retrieved: AT } },
});

describe('numbers as typed', () => {
  test.each([
    ['30000', '30000'],
    ['30,000', '30000'],
    [' 0.5 ', '0.5'],
    ['1,234,567.8', '1234567.8'],
  ])('%j is %s', (text, value) => expect(readNumber(text, 'decimal')).toEqual({ value }));

  test.each(['-1', '1e3', '1,5', 'a', '1.', '.5', '0x10', '١', '9'.repeat(61), '1 000', 'NaN', '<b>'])(
    '%j is refused with a reason',
    (text) => expect(readNumber(text, 'decimal')).toHaveProperty('reason'),
  );

  test.each([
    ['45.000', 'whole', 'digits without points, such as 45000'],
    ['45 000', 'whole', 'digits without spaces, such as 45000'],
    ['1\u202f234\u202f567', 'decimal', 'digits without spaces, such as 1234567'],
    ['4.5', 'whole', 'a whole number, without a fraction'],
    ['4,5', 'whole', 'a whole number, such as 1200'],
    ['some', 'whole', 'a whole number, such as 1200'],
    ['some', 'decimal', 'digits, such as 1200 or 0.5'],
    ['4,5', 'decimal', 'digits with a point, such as 4.5, or groups of three'],
  ] as const)('%j as a %s number: expected %s', (text, kind, reason) => {
    expect(readNumber(text, kind)).toEqual({ reason });
  });

  test('a table says for which numbers it is while others are typed', () => {
    expect(keptWords({ ...USUAL_WORK, requests: '45', 'u.web_searches': '0' })).toBe(
      'The table is not for what is typed, which cannot be priced as it stands; it is still for 45 requests a month, 1,200 tokens in, 800 of them cached, 300 tokens out.',
    );
  });

  test('requests are whole', () => {
    expect(fieldProblem('requests', '1.5')).toMatch(/whole/);
    expect(fieldProblem('u.web_searches', '0.1')).toBeNull();
  });
});

describe('the link', () => {
  test('says what was typed, and reads as it was written', () => {
    const state = {
      offer: 'x/y',
      values: { requests: '30,000', 'u.input_tokens': '1200', 'when.service_tier': 'batch' },
    };
    const link = writeLink(state);
    expect(link).toMatch(/^v=1&offer=x%2Fy&/);
    expect(readLink(link, meters)).toEqual({ state, ignored: [] });
  });

  test('every part that is not known is named', () => {
    const { state, ignored } = readLink('v=1&offer=x/y&offer=z&u.nothing=1&u.__proto__=1&when.x=1&utm=<b>', meters);
    expect(state).toEqual({ offer: 'x/y', values: {} });
    expect(ignored).toHaveLength(5);
    expect(ignored.join()).toMatch(/offer=z.*u\.nothing.*u\.__proto__.*when\.x.*utm=<b>/);
  });
});

test('a link of another version is not read, and that is said', () => {
  const { state, ignored } = readLink('offer=x/y&u.input_tokens=5&v=2', meters);
  expect(state).toEqual({ offer: null, values: {} });
  expect(ignored).toEqual(['all of it, because it is of version 2 and this page reads version 1 only']);
});

describe('the fields', () => {
  const names = (filled: readonly string[] = []) =>
    fieldsOf(offer, offer.periods[0], meters, filled).map(({ name }) => name);

  test('are those that the card speaks of', () => {
    expect(names()).toEqual([
      'requests',
      'u.input_tokens',
      'u.output_tokens',
      'u.web_searches',
      'when.service_tier',
      'pay',
      'top_up',
      'at',
    ]);
  });

  test('what was filled stays, though the card does not price it', () => {
    expect(names(['u.cache_read_tokens', 'when.region'])).toEqual(
      expect.arrayContaining(['u.cache_read_tokens', 'when.region']),
    );
  });

  test('each offer of the catalog has a field for each meter that it prices', () => {
    for (const one of catalog.offers.values()) {
      const period = currentPeriod(one, AT);
      const fields = fieldsOf(one, period, meters, []).map(({ name }) => name);
      for (const { meter } of period?.rates ?? [])
        expect(fields).toContain(meter === 'requests' ? meter : `u.${meter}`);
    }
  });
});

describe('the price of what was typed', () => {
  test('is that of the engine', () => {
    const values = {
      requests: '1,000',
      'u.input_tokens': '1200',
      'u.output_tokens': '',
      'when.service_tier': '',
      pay: 'crypto',
    };
    const priced = priceState(offer, values, AT, meters);
    const bill = priceUsage(offer, [{ requests: '1000', usage: { input_tokens: '1200' } }], {
      at: AT,
      meters,
      payment_method: 'crypto',
    });
    expect(priced).toMatchObject({ bill: { ...bill } });
  });

  test('a part larger than its whole is said beside the whole', () => {
    const values = { 'u.input_tokens': '100', 'u.cache_read_tokens': '800' };
    expect(priceState(offer, values, AT, meters)).toEqual({
      reasons: { 'u.input_tokens': 'Expected at least 800, which what is counted within comes to.' },
    });
  });

  test.each([
    ['at', '2026-02-30'],
    ['pay', 'cheque'],
    ['top_up', '0'],
    ['days', '0'],
    ['requests', '1e3'],
  ])('%s %s is said beside its field', (name, value) => {
    const priced = priceState(offer, { [name]: value }, AT, meters);
    expect(Object.keys('reasons' in priced ? priced.reasons : {})).toEqual([name]);
  });

  test('what has no price is a gap, and there is no total', () => {
    const priced = priceState(offer, { 'u.web_searches': '1', 'u.audio_seconds': '2' }, AT, meters);
    if (!('bill' in priced)) throw new Error('expected a bill');
    const words = receipt(priced.bill, meters);
    expect(words.total).toBeNull();
    expect(words.gaps).toHaveLength(2);
  });
});

test('a receipt shows each line with its formula and exact amounts', () => {
  const bill = priceUsage(offer, [{ requests: '30000', usage: { input_tokens: '1200', output_tokens: '300' } }], {
    at: AT,
    meters,
  });
  const { lines, fees, subtotal, total } = receipt(bill, meters);
  expect(lines.map(({ formula, amount }) => `${formula} = ${amount}`)).toEqual([
    '36,000,000 × $0.35 / 1M input tokens = $12.60',
    '9,000,000 × $0.55 / 1M output tokens = $4.95',
  ]);
  expect(fees.map(({ amount }) => amount)).toEqual(['$0.8775']);
  expect([subtotal, total]).toEqual(['$17.55', '$18.4275']);
});
