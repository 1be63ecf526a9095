import type { Adapter } from '../adapter.ts';
import type { Condition } from '../declared-counts.ts';
import {
  AUDIO_PROMPT,
  CHAT_TOTAL,
  CHUNKS_WITHOUT_USAGE,
  cachedPrompt,
  inside,
  PROMPT_AND_COMPLETION,
  REASONING,
  STREAMED,
  WRITTEN_PROMPT,
} from './chat-counts.ts';

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
    ...PROMPT_AND_COMPLETION,
    cachedPrompt(),
    WRITTEN_PROMPT,
    AUDIO_PROMPT,
    inside(
      'cache_read_tokens',
      'cache_audio_read_tokens',
      'usage.prompt_tokens_details.cached_tokens_details.audio_tokens',
    ),
    REASONING,
    inside('output_tokens', 'output_audio_tokens', 'usage.completion_tokens_details.audio_tokens'),
  ],
  crossings: [
    { parts: ['cache_read_tokens', 'input_audio_tokens'], both: 'cache_audio_read_tokens', of: 'input_tokens' },
  ],
  total: CHAT_TOTAL,
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
  skip: [{ ...CHUNKS_WITHOUT_USAGE, tells: true }],
  repeats: STREAMED,
};
