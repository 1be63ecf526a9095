import { Decimal as SharedDecimal } from 'decimal.js';
import { describe, expect, test, vi } from 'vitest';
import { Decimal } from '../src/engine/decimal.ts';
import { usualTopUpFee } from '../src/engine/fund.ts';
import { topUp, topUpFeeWords } from '../src/engine/funding.ts';
import {
  type Bill,
  type Funding,
  meterTable,
  type Period,
  priceUsage,
  readCard,
  type Usage,
} from '../src/engine/index.ts';

/** What a bill says of how it came about, beside its numbers. */
const [AT, SOURCES] = ['2026-11-20', { page: { url: 'https://example.com', retrieved: '2026-11-01' } }];
const TOKENS = { meter: 'input_tokens', price: '1', per: 1000, source: 'page' } as const;

function bill(period: Partial<Period>, usage: Usage, funding: readonly Funding[] = []): Bill {
  const periods = [{ from: null, until: null, rates: [TOKENS], ...period }];
  const offer = { id: 'p/m', provider: 'p', model: 'l/m', currency: 'USD', periods, funding, sources: SOURCES };
  return priceUsage(readCard(offer), [{ usage }], { at: AT });
}

test.each([
  [{ size: '1000' }, '1200', 'whole blocks of 1000 per request', '2000'],
  [{ minimum: '10' }, '3', 'at least 10 per request', '10'],
  [{ size: '8', minimum: '10' }, '3', 'whole blocks of 8, at least 10 per request', '16'],
])('a block of %j is told as it is printed', (block, used, label, billed) => {
  const { lines } = bill({ rates: [{ ...TOKENS, block }] }, { input_tokens: used });
  expect(lines[0]?.adjustments).toEqual([{ kind: 'block', label, used, billed }]);
});

test.each([
  ['up', '0.13', 'rounded up'],
  ['down', '0.12', 'rounded down'],
  ['half_up', '0.13', 'rounded half up'],
  ['half_even', '0.12', 'rounded half to even'],
] as const)('an invoice rounded %s comes to %s and says so', (mode, total, words) => {
  const answer = bill({ invoice_rounding: { increment: '0.01', mode, source: 'page' } }, { input_tokens: 125 });
  expect(answer.total).toBe(total);
  expect(answer.fees.map(({ formula }) => formula).join()).toContain(words);
});

test('what a program sets for its own decimals changes none of a bill', async () => {
  SharedDecimal.set({ maxE: 5, minE: -5, precision: 3 });
  vi.resetModules();
  const own = await import('../src/engine/decimal.ts');
  SharedDecimal.set({ defaults: true });
  expect(own.plain(new own.Decimal('12345678').times('0.0000001'))).toBe('1.2345678');
});

describe('the tier of a line', () => {
  const steps = [{ over: '100', price: '2' }];
  const usage = { input_tokens: 150, output_tokens: 10 };
  const tierOf = (tiers: object) => {
    const rate = { ...TOKENS, meter: 'output_tokens', tiers } as unknown as typeof TOKENS;
    return bill({ rates: [TOKENS, rate] }, usage).lines.find(({ meter }) => meter === 'output_tokens')?.tier;
  };

  test('of a cliff names what decides it, which need not be what is priced', () => {
    const tier = tierOf({ kind: 'cliff', subject: 'input_tokens', boundary: 'exclusive', steps });
    expect(tier).toMatchObject({ kind: 'cliff', subject: 'input_tokens', over: '100', up_to: null, span: 'request' });
  });

  test('of a volume names it too, with its span', () => {
    const tier = tierOf({ kind: 'volume', subject: 'input_tokens', boundary: 'inclusive', span: 'month', steps });
    expect(tier).toMatchObject({ subject: 'input_tokens', boundary: 'inclusive', span: 'month', over: '100' });
  });

  test('of graduated steps leaves the parts of what is cut to nobody', () => {
    const tiers = { kind: 'graduated', span: 'request', steps } as const;
    const { lines } = bill({ rates: [{ ...TOKENS, tiers }] }, { input_tokens: 150, cache_read_tokens: 20 });
    expect(lines.map(({ quantity, parts }) => [quantity, parts])).toEqual([
      ['100', undefined],
      ['50', undefined],
    ]);
    const below = bill({ rates: [{ ...TOKENS, tiers }] }, { input_tokens: 50, cache_read_tokens: 20 });
    expect(below.lines).toMatchObject([{ quantity: '50', parts: { cache_read_tokens: '20' } }]);
  });

  test('of graduated steps names what is priced', () => {
    const tier = tierOf({ kind: 'graduated', span: 'month', steps });
    expect(tier).toMatchObject({ subject: 'output_tokens', boundary: 'exclusive', over: null, up_to: '100' });
  });
});

test('a bill says what it is, whether it is complete and where its prices stand', () => {
  const whole = bill({}, { input_tokens: 5 });
  expect(whole).toMatchObject({ schema: 'ratecard.bill/1', complete: true, gaps: [], sources: SOURCES });
  expect(whole).not.toHaveProperty('converted');
  expect(whole.lines[0]).not.toHaveProperty('rounded');
  const fee = { kind: 'percent', label: 'Fee', percent: '5', base: 'usage_cost', source: 'page' } as const;
  const funding = [{ method: 'card', source: 'page', fee: { percent: '5', charged: 'on_top' } }] as const;
  const { fees } = bill({ fees: [fee] }, { input_tokens: 5 }, funding);
  expect(fees.map(({ kind, rounded }) => [kind, rounded])).toEqual([
    ['percent', undefined],
    ['top_up', undefined],
  ]);
  expect(bill({}, { output_tokens: 5 })).toMatchObject({ complete: false, total: null });
  expect(bill({}, { input_tokens: 0 }).lines).toEqual([]);
});

test('lines of what is included, and of rules, are of one unit at what they come to', () => {
  const included = { meter: 'input_tokens', state: 'included', source: 'page' } as const;
  const [alone] = bill({ rates: [included] }, { input_tokens: 5 }).lines;
  const adjustments = [{ kind: 'included', label: 'included at no charge' }];
  expect(alone).toMatchObject({ quantity: '5', price: '0', per: '1', amount: '0', adjustments });
  expect(alone).not.toHaveProperty('parts');
  const [folded] = bill({ rates: [included] }, { input_tokens: 5, cache_read_tokens: 2 }).lines;
  expect(folded).toMatchObject({ quantity: '5', parts: { cache_read_tokens: '2' } });
  const [, rule] = bill({ request_minimum: { amount: '7', source: 'page' } }, { input_tokens: 5 }).lines;
  expect(rule).toEqual({
    meter: 'requests',
    label: 'At least 7 for each request',
    quantity: '1',
    price: '6.995',
    per: '1',
    amount: '6.995',
    tier: null,
    adjustments: [],
    rate: 'periods/0/request_minimum',
    source: 'page',
  });
});

test('rates without a known beginning are known from the earliest date of their sources on', () => {
  const rates = ['late', 'early', 'none'].map((source) => ({ ...TOKENS, meter: `${source}_tokens`, source }));
  const meters = meterTable(rates.map(({ meter }) => ({ id: meter, one: meter, many: meter })));
  const sources = {
    late: { url: 'https://example.com', retrieved: '2026-11-25' },
    early: { url: 'https://example.com', retrieved: '2026-11-26', as_of: '2026-11-22' },
  };
  const periods = [{ from: null, until: null, rates }];
  const offer = readCard({ id: 'p/m', provider: 'p', model: 'l/m', currency: 'USD', periods, sources }, meters);
  const notes = (at: string) => priceUsage(offer, [{ usage: {} }], { at, meters }).assumptions.map(({ args }) => args);
  expect(notes('2026-11-21')).toEqual([{ at: '2026-11-21T00:00:00Z', known: '2026-11-22' }]);
  expect(notes('2026-11-22')).toEqual([]);
});

test.each([
  ['0.9', [{ method: 'card', source: 's', fee: { percent: '5', minimum: '0.8', charged: 'on_top' } }], '0.8'],
  ['0', [{ method: 'card', source: 's', fee: { percent: '5', minimum: '0.8', charged: 'on_top' } }], '0'],
  ['0.9', [{ method: 'card', source: 's' }], '0'],
  ['0.9', [], '0'],
] as const)('the usual fee for %s by %j is %s', (needed, funding, fee) => {
  expect(usualTopUpFee(new Decimal(needed), funding).toFixed()).toBe(fee);
});

describe('a fee at top-up', () => {
  test.each([
    [{ percent: '5.5', minimum: '0.80' }, '5.5%, at least 0.80'],
    [{ percent: '5', fixed: '0.30' }, '5% + 0.30'],
    [{ fixed: '1' }, '1'],
    [{ minimum: '0.80' }, 'at least 0.80'],
    [{ percent: '5', fixed: '0.30', minimum: '0.80' }, '5% + 0.30, at least 0.80'],
  ])('of %j reads %s', (fee, words) => {
    expect(topUpFeeWords({ ...fee, charged: 'on_top' })).toBe(words);
  });

  // 100 / 0.95 = 105.263..., without end; 95 / 0.95 = 100; 1 / 0.95 = 1.0526..., a fee below the least.
  test.each([
    ['100', undefined, 'none', false],
    ['100', { percent: '5', charged: 'inside' }, 'percent', true],
    ['95', { percent: '5', charged: 'inside' }, 'percent', false],
    ['100', { percent: '5', charged: 'inside', base: 'net' }, 'percent', false],
    ['100', { percent: '5', charged: 'inside', rounding: { increment: '0.01', mode: 'up' } }, 'percent', false],
    ['1', { percent: '5', charged: 'inside', minimum: '0.80' }, 'minimum', false],
    ['100', { percent: '5', charged: 'on_top' }, 'percent', false],
    ['16', { percent: '5', charged: 'on_top', minimum: '0.80' }, 'percent', false],
  ] as const)('on %s at %j is decided by %s; without end: %s', (credit, fee, binding, rounded) => {
    expect(topUp(new Decimal(credit), fee)).toMatchObject({ binding, rounded });
  });
});
