import type { Adapter } from '../adapter.ts';
import { OPENAI_TIERS } from './openai-chat.ts';

/** Reads and writes of the explicit cache, and reads of the implicit one, are inside the prompt. */
export const alibaba: Adapter = {
  format: 'alibaba',
  title: 'Alibaba Model Studio',
  version: '2026-09',
  presumes: 'alibaba',
  sellers: ['alibaba', 'qwen'],
  shape: {
    has: ['usage.prompt_tokens'],
    any: ['usage.prompt_tokens_details.cache_creation_input_tokens', 'usage.prompt_tokens_details.cache_type'],
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
      from: ['usage.prompt_tokens_details.cached_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_write_tokens',
      from: ['usage.prompt_tokens_details.cache_creation_input_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.completion_tokens_details.reasoning_tokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
  ],
  total: { from: ['usage.total_tokens'], of: ['input_tokens', 'output_tokens'] },
  when: [
    OPENAI_TIERS,
    {
      key: 'mode',
      from: ['usage.prompt_tokens_details.cache_type'],
      values: { ephemeral: 'explicit_cache', implicit: 'standard' },
    },
  ],
  fields: { id: ['id'] },
  known: [
    { in: 'usage', keys: [] },
    { in: 'usage.prompt_tokens_details', keys: ['text_tokens', 'image_tokens'] },
  ],
};
