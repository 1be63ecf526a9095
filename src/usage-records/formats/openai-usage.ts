import type { Adapter } from '../adapter.ts';

/**
 * Sums per bucket. `input_tokens` holds cached and written tokens; the counts by modality are of uncached tokens,
 * with the cached ones of that modality beside them.
 */
export const openaiUsage: Adapter = {
  format: 'openai-usage',
  title: 'OpenAI Usage API, completions',
  version: '2026-09',
  provider: 'openai',
  shape: { has: ['input_tokens', 'output_tokens', 'num_model_requests'] },
  loose: { has: ['input_tokens', 'num_model_requests'] },
  over: ['plain'],
  model: ['model'],
  at: ['start_time'],
  requests: ['num_model_requests'],
  counts: [
    { meter: 'input_tokens', from: ['input_tokens'], required: true },
    { meter: 'output_tokens', from: ['output_tokens'], required: true },
    { meter: 'cache_read_tokens', from: ['input_cached_tokens'], part: { of: 'input_tokens', relation: 'inside' } },
    {
      meter: 'cache_write_tokens',
      from: ['input_cache_write_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    { meter: 'input_audio_tokens', from: ['input_audio_tokens'], part: { of: 'input_tokens', relation: 'inside' } },
    {
      meter: 'cache_audio_read_tokens',
      from: ['input_cached_audio_tokens'],
      part: { of: 'input_audio_tokens', relation: 'beside' },
    },
    { meter: 'input_image_tokens', from: ['input_image_tokens'], part: { of: 'input_tokens', relation: 'inside' } },
    {
      meter: 'cache_image_read_tokens',
      from: ['input_cached_image_tokens'],
      part: { of: 'input_image_tokens', relation: 'beside' },
    },
    { meter: 'output_audio_tokens', from: ['output_audio_tokens'], part: { of: 'output_tokens', relation: 'inside' } },
    { meter: 'output_image_tokens', from: ['output_image_tokens'], part: { of: 'output_tokens', relation: 'inside' } },
  ],
  sums: [
    {
      whole: 'input_tokens',
      parts: ['input_uncached_tokens', 'input_cached_tokens', 'input_cache_write_tokens'],
    },
  ],
  when: [
    {
      key: 'service_tier',
      from: ['batch', 'service_tier'],
      values: { true: 'batch', false: '', default: 'standard', auto: '' },
    },
  ],
  fields: { project: ['project_id'], user: ['user_id'], key: ['api_key_id'] },
  known: [
    {
      in: '',
      keys: [
        'start_time',
        'end_time',
        'input_uncached_tokens',
        'input_text_tokens',
        'input_cached_text_tokens',
        'output_text_tokens',
      ],
    },
  ],
};
