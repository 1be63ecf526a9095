import type { Adapter } from '../adapter.ts';
import { VERCEL_FRAME } from './vercel-frame.ts';

/** Totals hold their details for every vendor, and the details are disjoint. */
export const vercelAiV6: Adapter = {
  ...VERCEL_FRAME,
  format: 'vercel-ai-v6',
  title: 'Vercel AI SDK 6 and 7',
  version: '6',
  shape: { has: ['usage.inputTokens', 'usage.inputTokenDetails'] },
  counts: [
    { meter: 'input_tokens', from: ['usage.inputTokens'], required: true },
    { meter: 'output_tokens', from: ['usage.outputTokens'], required: true },
    {
      meter: 'cache_read_tokens',
      from: ['usage.inputTokenDetails.cacheReadTokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_write_tokens',
      from: ['usage.inputTokenDetails.cacheWriteTokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.outputTokenDetails.reasoningTokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
  ],
  total: { from: ['usage.totalTokens'], of: ['input_tokens', 'output_tokens'] },
  sums: [
    {
      whole: 'usage.inputTokens',
      parts: [
        'usage.inputTokenDetails.noCacheTokens',
        'usage.inputTokenDetails.cacheReadTokens',
        'usage.inputTokenDetails.cacheWriteTokens',
      ],
    },
    {
      whole: 'usage.outputTokens',
      parts: ['usage.outputTokenDetails.textTokens', 'usage.outputTokenDetails.reasoningTokens'],
    },
  ],
  known: [
    { in: 'usage', keys: ['cachedInputTokens', 'reasoningTokens'] },
    { in: 'usage.inputTokenDetails', keys: ['noCacheTokens'] },
    { in: 'usage.outputTokenDetails', keys: ['textTokens'] },
  ],
};
