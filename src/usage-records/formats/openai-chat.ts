import type { Adapter } from '../adapter.ts';
import type { Condition } from '../declared-counts.ts';

/** OpenAI's names for what the catalog calls a service tier; `auto` says nothing of the tier that served. */
export const OPENAI_TIERS: Condition = {
  key: 'service_tier',
  from: ['service_tier'],
  values: { default: 'standard', scale: 'scale', priority: 'priority', flex: 'flex', batch: 'batch', auto: '' },
};

/** Cached, written and reasoning tokens are inside their totals; rejected predictions are billed as completion. */
export const openaiChat: Adapter = {
  format: 'openai-chat',
  title: 'OpenAI Chat Completions',
  version: '2026-09',
  presumes: 'openai',
  shape: { has: ['usage.prompt_tokens'] },
  loose: {},
  model: ['model'],
  at: ['created', 'timestamp', 'created_at'],
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
      from: ['usage.prompt_tokens_details.cached_tokens_details.audio_tokens'],
      part: { of: 'cache_read_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.completion_tokens_details.reasoning_tokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
    {
      meter: 'output_audio_tokens',
      from: ['usage.completion_tokens_details.audio_tokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
  ],
  crossings: [
    { parts: ['cache_read_tokens', 'input_audio_tokens'], both: 'cache_audio_read_tokens', of: 'input_tokens' },
  ],
  total: { from: ['usage.total_tokens'], of: ['input_tokens', 'output_tokens'] },
  when: [OPENAI_TIERS],
  fields: { id: ['id'], user: ['user', 'metadata.user'], project: ['project', 'metadata.project'] },
  known: [
    { in: 'usage', keys: [] },
    { in: 'usage.prompt_tokens_details', keys: ['text_tokens', 'image_tokens'] },
    {
      in: 'usage.completion_tokens_details',
      keys: ['text_tokens', 'accepted_prediction_tokens', 'rejected_prediction_tokens'],
    },
  ],
  skip: [
    {
      shape: { is: { object: ['chat.completion.chunk'] }, lacks: ['usage'] },
      reason: 'chunks of a stream without usage',
    },
  ],
};
