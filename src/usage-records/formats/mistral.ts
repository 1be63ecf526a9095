import type { Adapter } from '../adapter.ts';

/** Cached tokens are inside the prompt, under three spellings. */
export const mistral: Adapter = {
  format: 'mistral',
  title: 'Mistral Chat and Agents',
  version: '2026-09',
  presumes: 'mistral',
  sellers: ['mistral'],
  shape: {
    has: ['usage.prompt_tokens'],
    any: [
      'usage.num_cached_tokens',
      'usage.prompt_audio_seconds',
      'usage.prompt_token_details',
      'usage.connector_tokens',
    ],
  },
  loose: { has: ['usage.prompt_tokens'] },
  over: ['openai-chat'],
  model: ['model'],
  at: ['created', 'created_at', 'timestamp'],
  counts: [
    { meter: 'input_tokens', from: ['usage.prompt_tokens'], required: true },
    { meter: 'output_tokens', from: ['usage.completion_tokens'], required: true },
    {
      meter: 'cache_read_tokens',
      from: [
        'usage.num_cached_tokens',
        'usage.prompt_tokens_details.cached_tokens',
        'usage.prompt_token_details.cached_tokens',
      ],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.completion_tokens_details.reasoning_tokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
    {
      meter: 'input_tool_tokens',
      from: ['usage.connector_tokens'],
      part: { of: 'input_tokens', relation: 'beside', detect: true },
    },
    { meter: 'input_audio_seconds', from: ['usage.prompt_audio_seconds'] },
  ],
  total: { from: ['usage.total_tokens'], of: ['input_tokens', 'output_tokens'] },
  fields: { id: ['id'] },
  known: [{ in: 'usage', keys: [] }],
};
