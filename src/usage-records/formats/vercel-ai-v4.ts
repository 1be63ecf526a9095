import type { Adapter } from '../adapter.ts';
import { VERCEL_FRAME } from './vercel-frame.ts';

/** Two counts and their sum; nothing is said of caches. */
export const vercelAiV4: Adapter = {
  ...VERCEL_FRAME,
  format: 'vercel-ai-v4',
  title: 'Vercel AI SDK 4',
  version: '4',
  shape: { has: ['usage.promptTokens', 'usage.completionTokens'] },
  counts: [
    { meter: 'input_tokens', from: ['usage.promptTokens'], required: true },
    { meter: 'output_tokens', from: ['usage.completionTokens'], required: true },
  ],
  unsplit: [{ meter: 'cache_read_tokens', of: 'input_tokens' }],
  total: { from: ['usage.totalTokens'], of: ['input_tokens', 'output_tokens'] },
  known: [{ in: 'usage', keys: [] }],
};
