import type { CatalogOffer } from '../../catalog/catalog.ts';
import { readCard, type UsageGroup } from '../../engine/index.ts';

const MILLION = 1_000_000;

/** A made-up rate card with a cliff, an allowance, a multiplier and a top-up fee. */
export const EXAMPLE_CARD: CatalogOffer = readCard({
  id: 'example/card',
  provider: 'example',
  model: 'example/model',
  model_id: 'model',
  name: 'Example',
  currency: 'USD',
  trust: { state: 'checked', agreeing: ['example'], disputes: [], as_of: '2026-11-20' },
  sources: {},
  funding: [{ method: 'card', fee: { percent: '5.5', minimum: '0.80', charged: 'on_top' }, source: 'example' }],
  periods: [
    {
      from: null,
      until: null,
      rates: [
        {
          meter: 'input_tokens',
          price: '1.00',
          per: MILLION,
          tiers: {
            kind: 'cliff',
            subject: 'input_tokens',
            boundary: 'exclusive',
            steps: [{ over: '200000', price: '2.00' }],
          },
          source: 'example',
        },
        { meter: 'cache_read_tokens', price: '0.10', per: MILLION, source: 'example' },
        { meter: 'output_tokens', price: '4.00', per: MILLION, source: 'example' },
        { meter: 'web_searches', price: '10.00', per: 1000, source: 'example' },
      ],
      allowances: [
        { label: 'Searches given', meters: ['web_searches'], quantity: '100', span: 'month', source: 'example' },
      ],
      multipliers: [{ label: 'Batch', factor: '0.5', when: { service_tier: 'batch' }, source: 'example' }],
    },
  ],
});

/** A month of three kinds of work, each named as the page says it. */
export const EXAMPLE_WORK: readonly (UsageGroup & { readonly name: string })[] = [
  {
    name: 'Chat',
    requests: '1000',
    usage: { input_tokens: '12000', cache_read_tokens: '8000', output_tokens: '600' },
  },
  {
    name: 'Research',
    requests: '10',
    usage: { input_tokens: '250000', output_tokens: '2000', web_searches: '15' },
  },
  {
    name: 'Sorting, in batches',
    requests: '500',
    usage: { input_tokens: '20000', output_tokens: '1000' },
    when: { service_tier: 'batch' },
  },
];
