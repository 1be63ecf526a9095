import { calcPrice, type Provider } from '@pydantic/genai-prices';
import { expect, test, vi } from 'vitest';
import { readCard } from '../src/engine/read-card.ts';
import { STANDARD_METERS } from '../src/engine/standard-meters.ts';
import { unitOf } from '../src/importers/genai-prices/units.ts';
import { SEED } from './arbitrary/draw.ts';
import { compare, pairOf } from './differential/compare.ts';
import { allPairs, runDifferential } from './differential/run.ts';

/** Enough to meet each verdict; `npm run differential` prices a thousand for each row. */
const USAGES = 12;

test('our totals on the translated rates are those of the calculator of genai-prices, or the difference is explained', async () => {
  const pairs = await allPairs();
  expect(pairs.length).toBe(1531);
  const { counts, unexplained } = runDifferential(pairs, USAGES, SEED);
  expect(unexplained).toEqual([]);
  expect(counts.differs).toBe(0);
  expect(counts.equal).toBeGreaterThan(pairs.length * USAGES * 0.8);
  expect(counts.unpriced_billed_as_zero).toBeGreaterThan(0);
  expect(counts.refused_by_peer).toBeGreaterThan(0);
});

test('a price that is one part in a million off is found', async () => {
  const pair = (await allPairs()).find(({ offer }) => offer.id === 'openai/gpt-4o');
  if (!pair) throw new Error('expected openai/gpt-4o');
  const periods = pair.offer.periods.map((period) => ({
    ...period,
    rates: period.rates.map((rate) =>
      rate.meter === 'input_tokens' && 'price' in rate ? { ...rate, price: '2.5000025' } : rate,
    ),
  }));
  const usage = { input_tokens: 1000, output_tokens: 10 };
  const moment = new Date('2026-11-20');
  expect(compare(pair, usage, moment)).toEqual({ verdict: 'equal', ours: '0.0026', theirs: '0.0026' });
  expect(compare({ ...pair, offer: readCard({ ...pair.offer, periods }) }, usage, moment).verdict).toBe('differs');
});

/** A provider with one model at these prices. */
function providerWith(prices: Record<string, number>): Provider {
  const model = { id: 'm', match: { equals: 'm' }, prices };
  return { id: 'p', name: 'P', api_pattern: 'x', models: [model] };
}

test('every price key that the calculator knows is for as many units here as there', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const keys = [...STANDARD_METERS.keys()].flatMap((meter) => {
    const stem = meter
      .replace(/_tokens$/, '_mtok')
      .replace(/_seconds$/, '_hours')
      .replace(/_pages$/, '_kpages');
    const others = meter.replace(/_characters$/, '_mchars').replace(/_pixels$/, '_gpixels');
    return stem !== meter ? [stem] : others !== meter ? [others] : [`${meter}_kcount`];
  });
  let known = 0;
  for (const key of keys) {
    const unit = unitOf(key);
    if (!unit) throw new Error(`${key} has no unit`);
    const whole = [unit.meter, ...(STANDARD_METERS.get(unit.meter)?.ancestors ?? [])];
    const wholeKeys = keys.filter((other) => whole.includes(unitOf(other)?.meter ?? ''));
    const prices = Object.fromEntries(wholeKeys.map((other) => [other, 1]));
    const usage = Object.fromEntries(whole.map((meter) => [meter, unit.per]));
    warn.mockClear();
    let total: number;
    try {
      total = calcPrice(usage, 'm', { provider: providerWith(prices) })?.total_price ?? Number.NaN;
    } catch (error) {
      // Prices of overlapping meters need that of their overlap, which the sample does not give.
      expect(String(error)).toMatch(/join/i);
      continue;
    }
    if (warn.mock.calls.length > 0 && key !== 'requests_kcount') continue;
    known += 1;
    expect([key, total]).toEqual([key, key === 'requests_kcount' ? 0.001 : 1]);
  }
  warn.mockRestore();
  expect(known).toBeGreaterThan(25);
});

test('known faults of the calculator: unpriced searches cost nothing there, and many requests one', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const at = new Date('2026-11-20');
  const gemini = (await allPairs()).find(({ offer }) => offer.id === 'google/gemini-2.5-pro');
  if (!gemini) throw new Error('expected google/gemini-2.5-pro');
  const searched = compare(gemini, { input_tokens: 1000, web_searches: 5 }, at);
  expect(searched).toEqual({ verdict: 'unpriced_billed_as_zero', ours: '0.00125', theirs: '0.00125' });
  const claim = {
    model_id: 'm',
    price: {
      state: 'published' as const,
      periods: [{ from: null, until: null, rates: [{ meter: 'requests', price: '5', per: 1000, source: 'upstream' }] }],
    },
  };
  const provider = providerWith({ requests_kcount: 5 });
  const model = provider.models[0];
  const pair = model && pairOf(provider, model, claim);
  if (!pair) throw new Error('expected a pair');
  expect(compare(pair, { requests: 20 }, at)).toEqual({ verdict: 'differs', ours: '0.1', theirs: '0.005' });
  warn.mockRestore();
});
