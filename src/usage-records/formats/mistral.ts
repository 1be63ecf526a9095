import type { Adapter } from '../adapter.ts';
import { CHAT_TOTAL, inside, PROMPT_AND_COMPLETION, REASONING } from './chat-counts.ts';

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
    ...PROMPT_AND_COMPLETION,
    inside(
      'input_tokens',
      'cache_read_tokens',
      'usage.num_cached_tokens',
      'usage.prompt_tokens_details.cached_tokens',
      'usage.prompt_token_details.cached_tokens',
    ),
    REASONING,
    {
      meter: 'input_tool_tokens',
      from: ['usage.connector_tokens'],
      part: { of: 'input_tokens', relation: 'beside', detect: true },
    },
    { meter: 'input_audio_seconds', from: ['usage.prompt_audio_seconds'] },
  ],
  total: CHAT_TOTAL,
  fields: { id: ['id'] },
  known: [{ in: 'usage', keys: [] }],
};
