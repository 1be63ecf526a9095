import type { Adapter } from '../adapter.ts';

/**
 * Reasoning is beside the completion, unlike everywhere else; the total tells where a proxy has put it inside.
 * Sources and tools on the server's side have no meter, and are reported where any was used.
 */
export const xaiChat: Adapter = {
  format: 'xai-chat',
  title: 'xAI Chat Completions',
  version: '2026-09',
  provider: 'xai',
  sellers: ['xai', 'x-ai'],
  shape: {
    has: ['usage.prompt_tokens'],
    any: [
      'usage.cost_in_usd_ticks',
      'usage.num_sources_used',
      'usage.cached_prompt_text_tokens',
      'usage.reasoning_tokens',
    ],
  },
  loose: { has: ['usage.prompt_tokens'] },
  over: ['openai-chat'],
  model: ['model'],
  at: ['created', 'timestamp'],
  counts: [
    { meter: 'input_tokens', from: ['usage.prompt_tokens'], required: true },
    { meter: 'output_tokens', from: ['usage.completion_tokens'], required: true },
    {
      meter: 'cache_read_tokens',
      from: ['usage.prompt_tokens_details.cached_tokens', 'usage.cached_prompt_text_tokens'],
      part: { of: 'input_tokens', relation: 'inside', detect: true },
    },
    {
      meter: 'input_image_tokens',
      from: ['usage.prompt_tokens_details.image_tokens', 'usage.prompt_image_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_image_read_tokens',
      from: ['usage.prompt_tokens_details.cached_image_tokens'],
      part: { of: 'cache_read_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.completion_tokens_details.reasoning_tokens', 'usage.reasoning_tokens'],
      part: { of: 'output_tokens', relation: 'beside', detect: true },
    },
  ],
  crossings: [
    { parts: ['cache_read_tokens', 'input_image_tokens'], both: 'cache_image_read_tokens', of: 'input_tokens' },
  ],
  total: { from: ['usage.total_tokens'], of: ['input_tokens', 'output_tokens'] },
  money: { from: ['usage.cost_in_usd_ticks'], scale: '0.0000000001', currency: 'USD', kind: 'charged' },
  fields: { id: ['id'], user: ['user'] },
  known: [
    {
      in: 'usage',
      keys: ['prompt_text_tokens', 'completion_text_tokens', 'reasoning_tokens', 'cached_prompt_text_tokens'],
    },
    { in: 'usage.prompt_tokens_details', keys: ['text_tokens'] },
    { in: 'usage.completion_tokens_details', keys: ['accepted_prediction_tokens', 'rejected_prediction_tokens'] },
  ],
  skip: [
    {
      shape: { is: { object: ['chat.completion.chunk'] }, lacks: ['usage'] },
      reason: 'chunks of a stream without usage',
    },
  ],
};
