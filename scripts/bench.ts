import { calcPrice } from '@pydantic/genai-prices';
import { Bench } from 'tinybench';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { compare, compileCard, type Offer, priceUsage, readCard, tryPriceUsage } from '../src/engine/index.ts';
import { rankOffers } from '../src/workload/index.ts';

/** The same card for everyone: what the peer has for this model, with its cache rate. */
const OFFER: Offer = readCard({
  id: 'openai/gpt-4o',
  provider: 'openai',
  model: 'openai/gpt-4o',
  currency: 'USD',
  periods: [
    {
      from: null,
      until: null,
      rates: [
        { meter: 'input_tokens', price: '2.50', per: 1_000_000, source: 'peer' },
        { meter: 'cache_read_tokens', price: '1.25', per: 1_000_000, source: 'peer' },
        { meter: 'output_tokens', price: '10', per: 1_000_000, source: 'peer' },
      ],
    },
  ],
});
const AT = '2026-11-20';
const ROWS = 100_000;
const METERS = ['input_tokens', 'cache_read_tokens', 'output_tokens'];
const columns = [
  Float64Array.from({ length: ROWS }, (_, row) => 1000 + (row % 7919)),
  Float64Array.from({ length: ROWS }, (_, row) => row % 1000),
  Float64Array.from({ length: ROWS }, (_, row) => 100 + (row % 613)),
];
const usages = Array.from({ length: ROWS }, (_, row) =>
  Object.fromEntries(METERS.map((meter, index) => [meter, columns[index]?.[row] ?? 0])),
);
const timestamp = new Date(AT);

const peer = (): number => {
  let total = 0;
  for (const usage of usages) {
    total += calcPrice(usage, 'gpt-4o', { providerId: 'openai', timestamp })?.total_price ?? Number.NaN;
  }
  return total;
};
const plainPath = (): string => {
  let last = '';
  for (const usage of usages) last = priceUsage(OFFER, [{ usage }], { at: AT }).total ?? '';
  return last;
};
const compiled = (): string => {
  const card = compileCard(OFFER, METERS, { at: AT });
  card.add(columns, ROWS);
  return card.bill().total ?? '';
};

const { catalog } = readCatalog('data');
const own = [...catalog.offers.values()];
const chat = catalog.workloads.get('support-chat')?.workload;
if (!chat) throw new Error('the preset support-chat is missing');
/** The most that a ranking of every offer for a chat may take, in milliseconds. */
const MOST_RANKING = 100;
const ranking = (): number => rankOffers(own, chat, { at: AT, meters: catalog.meters }, 0).rows.length;
ranking();

/** How many times as long as pricing each offer by itself a comparison of all may take. */
const MOST_COMPARING = 1.5;
const ONE_REQUEST = [{ usage: { input_tokens: 1200, output_tokens: 300 } }];
const asked = { at: AT, meters: catalog.meters, currency: 'USD' };
const comparing = (): number => compare(own, ONE_REQUEST, asked).rows.length;
const pricingEach = (): void => {
  for (const offer of own) tryPriceUsage(offer, ONE_REQUEST, asked);
};

const exact = priceUsage(
  OFFER,
  usages.map((usage) => ({ usage })),
  { at: AT },
).total;
if (compiled() !== exact) throw new Error(`the compiled card says ${compiled()}, pricing each request ${exact}`);
process.stdout.write(`${ROWS.toLocaleString('en')} requests: exactly ${exact}; the peer's floats ${peer()}\n\n`);

const bench = new Bench({ time: 3000, warmupTime: 1000, iterations: 5 });
bench.add('@pydantic/genai-prices calcPrice', () => void peer());
bench.add('priceUsage, with its full bill', () => void plainPath());
bench.add('compileCard, rows to a bill', () => void compiled());
const rankBench = new Bench({ time: 2000, warmupTime: 500, iterations: 5 });
rankBench.add('rankOffers', () => void ranking());
rankBench.add('compare', () => void comparing());
rankBench.add('each by itself', pricingEach);
await bench.run();
await rankBench.run();

const perSecond = (name: string): number => {
  const result = bench.getTask(name)?.result;
  if (!result || !('latency' in result)) throw new Error(`${name} was not measured`);
  return (ROWS * 1000) / result.latency.p50;
};
const base = perSecond('@pydantic/genai-prices calcPrice');
for (const { name } of bench.tasks) {
  const speed = perSecond(name);
  const figures = `${Math.round(speed).toLocaleString('en').padStart(14)} requests a second`;
  process.stdout.write(`${name.padEnd(36)}${figures}${`x ${(speed / base).toPrecision(3)}`.padStart(12)}\n`);
}

const took = (name: string): number => {
  const result = rankBench.getTask(name)?.result;
  if (!result || !('latency' in result)) throw new Error(`${name} was not measured`);
  return result.latency.p50;
};
const offers = `${own.length.toLocaleString('en')} offers of the catalog`;
process.stdout.write(
  `\n${offers} ranked for a chat of 5 turns: ${took('rankOffers').toFixed(0)} ms, limit ${MOST_RANKING}\n` +
    `${offers} compared for a request: ${took('compare').toFixed(0)} ms, ` +
    `x ${(took('compare') / took('each by itself')).toFixed(2)} of pricing each, limit ${MOST_COMPARING}\n`,
);
