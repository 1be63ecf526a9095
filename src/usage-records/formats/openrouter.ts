import type { Adapter } from '../adapter.ts';

/** An answer: everything inside, with what it cost in credits of one dollar. */
export const openrouter: Adapter = {
  format: 'openrouter',
  title: 'OpenRouter answers',
  version: '2026-09',
  provider: 'openrouter',
  sellers: ['openrouter'],
  shape: { has: ['usage.prompt_tokens'], any: ['usage.cost', 'usage.cost_details', 'usage.is_byok'] },
  loose: { has: ['usage.prompt_tokens'] },
  over: ['openai-chat'],
  model: ['model'],
  at: ['created', 'timestamp'],
  counts: [
    { meter: 'input_tokens', from: ['usage.prompt_tokens'], required: true },
    { meter: 'output_tokens', from: ['usage.completion_tokens'], required: true },
    {
      meter: 'cache_read_tokens',
      from: ['usage.prompt_tokens_details.cached_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_write_tokens',
      from: ['usage.prompt_tokens_details.cache_write_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'input_audio_tokens',
      from: ['usage.prompt_tokens_details.audio_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_audio_read_tokens',
      from: ['usage.prompt_tokens_details.cached_audio_tokens'],
      part: { of: 'cache_read_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.completion_tokens_details.reasoning_tokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
    {
      meter: 'output_image_tokens',
      from: ['usage.completion_tokens_details.image_tokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
    {
      meter: 'web_searches',
      from: ['usage.server_tool_use_details.web_search_requests', 'usage.server_tool_use.web_search_requests'],
    },
  ],
  crossings: [
    { parts: ['cache_read_tokens', 'input_audio_tokens'], both: 'cache_audio_read_tokens', of: 'input_tokens' },
  ],
  total: { from: ['usage.total_tokens'], of: ['input_tokens', 'output_tokens'] },
  when: [{ key: 'upstream_key', from: ['usage.is_byok'], values: { true: 'own', false: 'provider' } }],
  money: { from: ['usage.cost'], scale: '1', currency: 'USD', kind: 'charged' },
  fields: { id: ['id'], user: ['user'], upstream: ['provider'] },
  known: [
    { in: 'usage', keys: [] },
    { in: 'usage.prompt_tokens_details', keys: ['video_tokens'] },
    // Tool calls hold the searches; the two are not added.
    { in: 'usage.server_tool_use_details', keys: ['tool_calls_requested', 'tool_calls_executed'] },
  ],
};
