import type { Adapter } from '../adapter.ts';

/** `/generation`: the bill follows the native counts, not those of a common tokenizer beside them. */
export const openrouterGeneration: Adapter = {
  format: 'openrouter-generation',
  title: 'OpenRouter /generation',
  version: '2026-09',
  provider: 'openrouter',
  shape: { has: ['native_tokens_prompt'] },
  model: ['model'],
  at: ['created_at'],
  counts: [
    { meter: 'input_tokens', from: ['native_tokens_prompt'], required: true },
    { meter: 'output_tokens', from: ['native_tokens_completion'], required: true },
    { meter: 'cache_read_tokens', from: ['native_tokens_cached'], part: { of: 'input_tokens', relation: 'inside' } },
    {
      meter: 'output_reasoning_tokens',
      from: ['native_tokens_reasoning'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
    {
      meter: 'output_image_tokens',
      from: ['native_tokens_completion_images'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
    { meter: 'web_fetches', from: ['num_fetches'] },
  ],
  when: [
    { key: 'upstream_key', from: ['is_byok'], values: { true: 'own', false: 'provider' } },
    { key: 'service_tier', from: ['service_tier'], values: { default: 'standard', auto: '' } },
  ],
  money: { from: ['total_cost', 'usage'], scale: '1', currency: 'USD', kind: 'charged' },
  // Results of searches are charged for, but are not searches; they are reported.
  known: [{ in: '', only: 'num_', keys: ['num_media_prompt', 'num_media_completion', 'num_input_audio_prompt'] }],
  fields: { id: ['id'], app: ['app_id'], upstream: ['provider_name'] },
};
