import type { Adapter } from '../adapter.ts';
import { CHUNKS_WITHOUT_USAGE, inside, LIKE_OPENAI_CHAT, PROMPT_AND_COMPLETION } from './chat-counts.ts';

/**
 * Reasoning is beside the completion, unlike everywhere else; the total tells where a proxy has put it inside.
 * Sources and tools on the server's side have no meter, and are reported where any was used.
 */
export const xaiChat: Adapter = {
  format: 'xai-chat',
  title: 'xAI Chat Completions',
  version: '2026-09',
  provider: 'xai',
  sellers: ['xai', 'x-ai'],
  shape: {
    has: ['usage.prompt_tokens'],
    any: [
      'usage.cost_in_usd_ticks',
      'usage.num_sources_used',
      'usage.cached_prompt_text_tokens',
      'usage.reasoning_tokens',
    ],
  },
  ...LIKE_OPENAI_CHAT,
  counts: [
    ...PROMPT_AND_COMPLETION,
    {
      meter: 'cache_read_tokens',
      from: ['usage.prompt_tokens_details.cached_tokens', 'usage.cached_prompt_text_tokens'],
      part: { of: 'input_tokens', relation: 'inside', detect: true },
    },
    inside(
      'input_tokens',
      'input_image_tokens',
      'usage.prompt_tokens_details.image_tokens',
      'usage.prompt_image_tokens',
    ),
    inside('cache_read_tokens', 'cache_image_read_tokens', 'usage.prompt_tokens_details.cached_image_tokens'),
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.completion_tokens_details.reasoning_tokens', 'usage.reasoning_tokens'],
      part: { of: 'output_tokens', relation: 'beside', detect: true },
    },
  ],
  crossings: [
    { parts: ['cache_read_tokens', 'input_image_tokens'], both: 'cache_image_read_tokens', of: 'input_tokens' },
  ],
  money: { from: ['usage.cost_in_usd_ticks'], scale: '0.0000000001', currency: 'USD', kind: 'charged' },
  fields: { id: ['id'], user: ['user'] },
  known: [
    {
      in: 'usage',
      keys: ['prompt_text_tokens', 'completion_text_tokens', 'reasoning_tokens', 'cached_prompt_text_tokens'],
    },
    { in: 'usage.prompt_tokens_details', keys: ['text_tokens'] },
    { in: 'usage.completion_tokens_details', keys: ['accepted_prediction_tokens', 'rejected_prediction_tokens'] },
  ],
  skip: [CHUNKS_WITHOUT_USAGE],
};
