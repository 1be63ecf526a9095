import type { Adapter } from '../adapter.ts';
import { cachedPrompt, LIKE_OPENAI_CHAT, PROMPT_AND_COMPLETION, REASONING } from './chat-counts.ts';

/** `cached_tokens` stands beside the totals in the object, and counts inside the prompt. */
export const moonshot: Adapter = {
  format: 'moonshot',
  title: 'Moonshot Chat Completions',
  version: '2026-09',
  presumes: 'moonshotai',
  sellers: ['moonshotai', 'moonshot'],
  shape: { has: ['usage.prompt_tokens', 'usage.cached_tokens'] },
  ...LIKE_OPENAI_CHAT,
  counts: [...PROMPT_AND_COMPLETION, cachedPrompt('usage.cached_tokens'), REASONING],
  fields: { id: ['id'] },
  known: [{ in: 'usage', keys: [] }],
};
