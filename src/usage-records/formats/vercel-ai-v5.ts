import type { Adapter } from '../adapter.ts';
import type { Count } from '../declared-counts.ts';
import { VERCEL_FRAME } from './vercel-frame.ts';

const SHAPE = {
  has: ['usage.inputTokens', 'usage.outputTokens'],
  lacks: ['usage.inputTokenDetails', 'usage.promptTokens'],
};
const TOTALS: Count[] = [
  { meter: 'input_tokens', from: ['usage.inputTokens'], required: true },
  { meter: 'output_tokens', from: ['usage.outputTokens'], required: true },
];

/** The vendor's own counts, which sets cached tokens inside or beside; without the vendor both are priced. */
export const vercelAiV5: Adapter = {
  ...VERCEL_FRAME,
  format: 'vercel-ai-v5',
  title: 'Vercel AI SDK 5',
  version: '5',
  shape: SHAPE,
  counts: [
    ...TOTALS,
    {
      meter: 'cache_read_tokens',
      from: ['usage.cachedInputTokens'],
      part: { of: 'input_tokens', relation: 'inside', unsure: true },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.reasoningTokens'],
      part: { of: 'output_tokens', relation: 'inside', unsure: true },
    },
  ],
  known: [{ in: 'usage', keys: ['totalTokens'] }],
};

/** With OpenAI cached and reasoning tokens are inside; with Google thoughts are beside, as the total shows. */
export const vercelAiV5Inside: Adapter = {
  ...vercelAiV5,
  format: 'vercel-ai-v5-inside',
  title: 'Vercel AI SDK 5, OpenAI and Google',
  shape: {
    ...SHAPE,
    any: ['providerMetadata.openai', 'providerMetadata.azure', 'providerMetadata.google', 'providerMetadata.vertex'],
  },
  loose: SHAPE,
  sellers: ['openai', 'azure', 'google', 'vertex'],
  over: ['vercel-ai-v5'],
  counts: [
    ...TOTALS,
    {
      meter: 'cache_read_tokens',
      from: ['usage.cachedInputTokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.reasoningTokens'],
      part: { of: 'output_tokens', relation: 'inside', detect: true },
    },
  ],
  total: { from: ['usage.totalTokens'], of: ['input_tokens', 'output_tokens'] },
};

/** With Anthropic cached tokens are beside `inputTokens`; the total leaves them out as well. */
export const vercelAiV5Anthropic: Adapter = {
  ...vercelAiV5,
  format: 'vercel-ai-v5-anthropic',
  title: 'Vercel AI SDK 5, Anthropic',
  presumes: 'anthropic',
  shape: { ...SHAPE, has: [...SHAPE.has, 'providerMetadata.anthropic'] },
  loose: SHAPE,
  sellers: ['anthropic'],
  over: ['vercel-ai-v5'],
  counts: [
    ...TOTALS,
    {
      meter: 'cache_read_tokens',
      from: ['usage.cachedInputTokens'],
      part: { of: 'input_tokens', relation: 'beside' },
    },
    {
      meter: 'cache_write_tokens',
      from: ['providerMetadata.anthropic.cacheCreationInputTokens'],
      part: { of: 'input_tokens', relation: 'beside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usage.reasoningTokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
  ],
};
