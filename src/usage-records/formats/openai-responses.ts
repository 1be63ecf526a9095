import type { Adapter } from '../adapter.ts';
import { OPENAI_TIERS } from './openai-chat.ts';

/** Cached, written and reasoning tokens are inside their totals. */
export const openaiResponses: Adapter = {
  format: 'openai-responses',
  title: 'OpenAI Responses',
  version: '2026-09',
  presumes: 'openai',
  shape: {
    has: ['usage.input_tokens', 'usage.total_tokens'],
    lacks: ['usage.cache_creation_input_tokens', 'usage.cache_read_input_tokens'],
  },
  loose: {},
  model: ['model'],
  at: ['created_at', 'created', 'timestamp'],
  counts: [
    { meter: 'input_tokens', from: ['usage.input_tokens'], required: true },
    { meter: 'output_tokens', from: ['usage.output_tokens'], required: true },
    {
      meter: 'cache_read_tokens',
      from: ['usage.input_tokens_details.cached_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_write_tokens',
      from: ['usage.input_tokens_details.cache_write_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.output_tokens_details.reasoning_tokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
  ],
  total: { from: ['usage.total_tokens'], of: ['input_tokens', 'output_tokens'] },
  when: [OPENAI_TIERS],
  fields: { id: ['id'], user: ['user', 'safety_identifier'], project: ['metadata.project'] },
  known: [
    { in: 'usage', keys: [] },
    { in: 'usage.input_tokens_details', keys: ['text_tokens', 'image_tokens'] },
    { in: 'usage.output_tokens_details', keys: ['text_tokens', 'image_tokens'] },
  ],
  skip: [
    {
      shape: { begins: { type: 'response.' }, lacks: ['usage'] },
      reason: 'events of a stream without usage',
      tells: true,
    },
  ],
};
