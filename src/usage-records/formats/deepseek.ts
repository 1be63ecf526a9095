import type { Adapter } from '../adapter.ts';
import { OPENAI_TIERS } from './openai-chat.ts';

/** Hits and misses of the cache are inside the prompt and make it up together. */
export const deepseek: Adapter = {
  format: 'deepseek',
  title: 'DeepSeek Chat Completions',
  version: '2026-09',
  presumes: 'deepseek',
  sellers: ['deepseek'],
  shape: { has: ['usage.prompt_tokens', 'usage.prompt_cache_hit_tokens'] },
  loose: { has: ['usage.prompt_tokens'] },
  over: ['openai-chat'],
  model: ['model'],
  at: ['created', 'timestamp'],
  counts: [
    { meter: 'input_tokens', from: ['usage.prompt_tokens'], required: true },
    { meter: 'output_tokens', from: ['usage.completion_tokens'], required: true },
    {
      meter: 'cache_read_tokens',
      from: ['usage.prompt_cache_hit_tokens', 'usage.prompt_tokens_details.cached_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.completion_tokens_details.reasoning_tokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
  ],
  total: { from: ['usage.total_tokens'], of: ['input_tokens', 'output_tokens'] },
  sums: [{ whole: 'usage.prompt_tokens', parts: ['usage.prompt_cache_hit_tokens', 'usage.prompt_cache_miss_tokens'] }],
  when: [OPENAI_TIERS],
  fields: { id: ['id'], user: ['user'] },
  known: [
    { in: 'usage', keys: ['prompt_cache_miss_tokens'] },
    { in: 'usage.prompt_tokens_details', keys: [] },
  ],
};
