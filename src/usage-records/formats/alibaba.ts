import type { Adapter } from '../adapter.ts';
import { cachedPrompt, inside, LIKE_OPENAI_CHAT, PROMPT_AND_COMPLETION, REASONING } from './chat-counts.ts';
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
  ...LIKE_OPENAI_CHAT,
  counts: [
    ...PROMPT_AND_COMPLETION,
    cachedPrompt(),
    inside('input_tokens', 'cache_write_tokens', 'usage.prompt_tokens_details.cache_creation_input_tokens'),
    REASONING,
  ],
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
