import type { Adapter } from '../adapter.ts';

/** Cache reads and writes are beside `inputTokens`; a total without them says that they were inside. */
export const bedrock: Adapter = {
  format: 'bedrock',
  title: 'Amazon Bedrock Converse',
  version: '2026-09',
  provider: 'aws',
  shape: {
    has: ['usage.inputTokens', 'usage.outputTokens'],
    any: [
      'metrics',
      'stopReason',
      'modelId',
      'ResponseMetadata',
      'usage.cacheReadInputTokens',
      'usage.cacheWriteInputTokens',
    ],
  },
  loose: { has: ['usage.inputTokens'] },
  over: ['vercel-ai-v5', 'vercel-ai-v6'],
  model: ['modelId', 'model'],
  at: ['timestamp', 'created_at'],
  counts: [
    { meter: 'input_tokens', from: ['usage.inputTokens'], required: true },
    { meter: 'output_tokens', from: ['usage.outputTokens'], required: true },
    {
      meter: 'cache_read_tokens',
      from: ['usage.cacheReadInputTokens', 'usage.cacheReadInputTokenCount'],
      part: { of: 'input_tokens', relation: 'beside' },
    },
    {
      meter: 'cache_write_tokens',
      from: ['usage.cacheWriteInputTokens', 'usage.cacheWriteInputTokenCount'],
      part: { of: 'input_tokens', relation: 'beside' },
    },
  ],
  total: { from: ['usage.totalTokens'], of: ['input_tokens', 'output_tokens'] },
  when: [
    { key: 'service_tier', from: ['serviceTier.type'], values: { default: 'standard' } },
    { key: 'speed', from: ['performanceConfig.latency'], values: { standard: 'standard', optimized: 'fast' } },
  ],
  fields: { id: ['ResponseMetadata.RequestId', 'requestId'] },
  known: [{ in: 'usage', keys: ['cacheReadInputTokenCount', 'cacheWriteInputTokenCount'] }],
};
