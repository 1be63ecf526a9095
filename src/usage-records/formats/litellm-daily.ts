import type { Adapter } from '../adapter.ts';

/** The daily tables: sums per day, model and key, with the cache inside the prompt. */
export const litellmDaily: Adapter = {
  format: 'litellm-daily',
  title: 'LiteLLM daily spend',
  version: '2026-09',
  provider: { from: ['custom_llm_provider'] },
  shape: { has: ['spend', 'prompt_tokens', 'api_requests', 'date'] },
  model: ['model', 'model_group'],
  at: ['date'],
  requests: ['api_requests'],
  counts: [
    { meter: 'input_tokens', from: ['prompt_tokens'], required: true },
    { meter: 'output_tokens', from: ['completion_tokens'], required: true },
    { meter: 'cache_read_tokens', from: ['cache_read_input_tokens'], part: { of: 'input_tokens', relation: 'inside' } },
    {
      meter: 'cache_write_tokens',
      from: ['cache_creation_input_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
  ],
  money: { from: ['spend'], scale: '1', currency: 'USD', kind: 'estimated' },
  fields: { key: ['api_key'], user: ['user_id'], team: ['team_id'], project: ['team_id'] },
};
