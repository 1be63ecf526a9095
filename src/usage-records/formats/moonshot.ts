import type { Adapter } from '../adapter.ts';

/** `cached_tokens` stands beside the totals in the object, and counts inside the prompt. */
export const moonshot: Adapter = {
  format: 'moonshot',
  title: 'Moonshot Chat Completions',
  version: '2026-09',
  presumes: 'moonshotai',
  sellers: ['moonshotai', 'moonshot'],
  shape: { has: ['usage.prompt_tokens', 'usage.cached_tokens'] },
  loose: { has: ['usage.prompt_tokens'] },
  over: ['openai-chat'],
  model: ['model'],
  at: ['created', 'timestamp'],
  counts: [
    { meter: 'input_tokens', from: ['usage.prompt_tokens'], required: true },
    { meter: 'output_tokens', from: ['usage.completion_tokens'], required: true },
    {
      meter: 'cache_read_tokens',
      from: ['usage.cached_tokens', 'usage.prompt_tokens_details.cached_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.completion_tokens_details.reasoning_tokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
  ],
  total: { from: ['usage.total_tokens'], of: ['input_tokens', 'output_tokens'] },
  fields: { id: ['id'] },
  known: [{ in: 'usage', keys: [] }],
};
