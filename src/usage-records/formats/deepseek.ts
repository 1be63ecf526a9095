import type { Adapter } from '../adapter.ts';
import { cachedPrompt, LIKE_OPENAI_CHAT, PROMPT_AND_COMPLETION, REASONING } from './chat-counts.ts';
import { OPENAI_TIERS } from './openai-chat.ts';

/** Hits and misses of the cache are inside the prompt and make it up together. */
export const deepseek: Adapter = {
  format: 'deepseek',
  title: 'DeepSeek Chat Completions',
  version: '2026-09',
  presumes: 'deepseek',
  sellers: ['deepseek'],
  shape: { has: ['usage.prompt_tokens', 'usage.prompt_cache_hit_tokens'] },
  ...LIKE_OPENAI_CHAT,
  counts: [...PROMPT_AND_COMPLETION, cachedPrompt('usage.prompt_cache_hit_tokens'), REASONING],
  sums: [{ whole: 'usage.prompt_tokens', parts: ['usage.prompt_cache_hit_tokens', 'usage.prompt_cache_miss_tokens'] }],
  when: [OPENAI_TIERS],
  fields: { id: ['id'], user: ['user'] },
  known: [
    { in: 'usage', keys: ['prompt_cache_miss_tokens'] },
    { in: 'usage.prompt_tokens_details', keys: [] },
  ],
};
