import type { Adapter } from '../adapter.ts';

/** `/activity`: sums per day and endpoint without the split of the cache, so that only bounds can be given. */
export const openrouterActivity: Adapter = {
  format: 'openrouter-activity',
  title: 'OpenRouter /activity',
  version: '2026-09',
  provider: 'openrouter',
  shape: { has: ['date', 'model_permaslug', 'prompt_tokens'] },
  model: ['model', 'model_permaslug'],
  at: ['date'],
  requests: ['requests'],
  counts: [
    { meter: 'input_tokens', from: ['prompt_tokens'], required: true },
    { meter: 'output_tokens', from: ['completion_tokens'], required: true },
    { meter: 'output_reasoning_tokens', from: ['reasoning_tokens'], part: { of: 'output_tokens', relation: 'inside' } },
  ],
  unsplit: [
    { meter: 'cache_read_tokens', of: 'input_tokens' },
    { meter: 'cache_write_tokens', of: 'input_tokens' },
  ],
  money: { from: ['usage'], scale: '1', currency: 'USD', kind: 'charged' },
  fields: { project: ['workspace_id'], upstream: ['provider_name'], endpoint: ['endpoint_id'] },
};
