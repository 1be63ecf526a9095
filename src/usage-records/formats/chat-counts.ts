import type { Adapter } from '../adapter.ts';
import type { Count } from '../declared-counts.ts';
import type { Path } from '../path.ts';

/** A count that is inside another one. */
export const inside = (of: string, meter: string, ...from: readonly Path[]): Count => ({
  meter,
  from,
  part: { of, relation: 'inside' },
});

const DETAILS = 'usage.prompt_tokens_details';

/** The wholes of an answer to Chat Completions, whoever gives it. */
export const PROMPT_AND_COMPLETION: readonly Count[] = [
  { meter: 'input_tokens', from: ['usage.prompt_tokens'], required: true },
  { meter: 'output_tokens', from: ['usage.completion_tokens'], required: true },
];

/** What is read from a cache, by the seller's own spelling before OpenAI's. */
export const cachedPrompt = (...own: readonly Path[]): Count =>
  inside('input_tokens', 'cache_read_tokens', ...own, `${DETAILS}.cached_tokens`);

export const WRITTEN_PROMPT: Count = inside('input_tokens', 'cache_write_tokens', `${DETAILS}.cache_write_tokens`);

export const AUDIO_PROMPT: Count = inside('input_tokens', 'input_audio_tokens', `${DETAILS}.audio_tokens`);

export const REASONING: Count = inside(
  'output_tokens',
  'output_reasoning_tokens',
  'usage.completion_tokens_details.reasoning_tokens',
);

export const CHAT_TOTAL = {
  from: ['usage.total_tokens'],
  of: ['input_tokens', 'output_tokens'],
} as const satisfies Adapter['total'];

/** A stream may tell its counts so far with each event: the events of one answer are one record. */
export const STREAMED = {
  of: { is: { object: ['chat.completion.chunk'] } },
  key: ['id'],
  keep: 'largest',
} as const satisfies Adapter['repeats'];

/** What answers of other sellers share with OpenAI's, which they also look like. */
export const LIKE_OPENAI_CHAT = {
  loose: { has: ['usage.prompt_tokens'] },
  over: ['openai-chat'],
  model: ['model'],
  at: ['created', 'timestamp'],
  total: CHAT_TOTAL,
  repeats: STREAMED,
} as const satisfies Partial<Adapter>;

/** A stream's events without usage, which say nothing of what it cost. */
export const CHUNKS_WITHOUT_USAGE = {
  shape: { is: { object: ['chat.completion.chunk'] }, lacks: ['usage'] },
  reason: 'chunks of a stream without usage',
} as const;
