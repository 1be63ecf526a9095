import type { Adapter } from '../adapter.ts';
import {
  AUDIO_PROMPT,
  cachedPrompt,
  inside,
  LIKE_OPENAI_CHAT,
  PROMPT_AND_COMPLETION,
  REASONING,
  WRITTEN_PROMPT,
} from './chat-counts.ts';

/** An answer: everything inside, with what it cost in credits of one dollar. */
export const openrouter: Adapter = {
  format: 'openrouter',
  title: 'OpenRouter answers',
  version: '2026-09',
  provider: 'openrouter',
  sellers: ['openrouter'],
  shape: { has: ['usage.prompt_tokens'], any: ['usage.cost', 'usage.cost_details', 'usage.is_byok'] },
  ...LIKE_OPENAI_CHAT,
  counts: [
    ...PROMPT_AND_COMPLETION,
    cachedPrompt(),
    WRITTEN_PROMPT,
    AUDIO_PROMPT,
    inside('cache_read_tokens', 'cache_audio_read_tokens', 'usage.prompt_tokens_details.cached_audio_tokens'),
    REASONING,
    inside('output_tokens', 'output_image_tokens', 'usage.completion_tokens_details.image_tokens'),
    {
      meter: 'web_searches',
      from: ['usage.server_tool_use_details.web_search_requests', 'usage.server_tool_use.web_search_requests'],
    },
  ],
  crossings: [
    { parts: ['cache_read_tokens', 'input_audio_tokens'], both: 'cache_audio_read_tokens', of: 'input_tokens' },
  ],
  when: [{ key: 'upstream_key', from: ['usage.is_byok'], values: { true: 'own', false: 'provider' } }],
  money: { from: ['usage.cost'], scale: '1', currency: 'USD', kind: 'charged' },
  fields: { id: ['id'], user: ['user'], upstream: ['provider'] },
  known: [
    { in: 'usage', keys: [] },
    { in: 'usage.prompt_tokens_details', keys: ['video_tokens'] },
    // Tool calls hold the searches; the two are not added.
    { in: 'usage.server_tool_use_details', keys: ['tool_calls_requested', 'tool_calls_executed'] },
  ],
};
