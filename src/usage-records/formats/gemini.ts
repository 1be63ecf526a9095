import type { Adapter } from '../adapter.ts';
import type { Count } from '../declared-counts.ts';
import type { Path } from '../path.ts';

const MODALITIES = { AUDIO: 'audio', IMAGE: 'image', VIDEO: 'video' } as const;

function byModality(): Count[] {
  return Object.entries(MODALITIES).flatMap(([name, word]): Count[] => [
    {
      meter: `input_${word}_tokens`,
      from: [`usageMetadata.promptTokensDetails[modality=${name}].tokenCount`],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: `cache_${word}_read_tokens`,
      from: [`usageMetadata.cacheTokensDetails[modality=${name}].tokenCount`],
      part: { of: 'cache_read_tokens', relation: 'inside' },
    },
  ]);
}

const OUTPUT: Count[] = (['AUDIO', 'IMAGE'] as const).map((name) => ({
  meter: `output_${MODALITIES[name]}_tokens`,
  from: [
    `usageMetadata.candidatesTokensDetails[modality=${name}].tokenCount`,
    `usageMetadata.responseTokensDetails[modality=${name}].tokenCount`,
  ] as Path[],
  part: { of: 'output_tokens', relation: 'inside' },
}));

/** Cached tokens are inside the prompt; thoughts and the input of tools are beside: all four make the total. */
export const gemini: Adapter = {
  format: 'gemini',
  title: 'Gemini usageMetadata, Live included',
  version: '2026-09',
  presumes: 'google',
  shape: { has: ['usageMetadata'] },
  model: ['modelVersion', 'model'],
  at: ['createTime', 'timestamp'],
  counts: [
    { meter: 'input_tokens', from: ['usageMetadata.promptTokenCount'], required: true },
    { meter: 'output_tokens', from: ['usageMetadata.candidatesTokenCount', 'usageMetadata.responseTokenCount'] },
    {
      meter: 'cache_read_tokens',
      from: ['usageMetadata.cachedContentTokenCount'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['usageMetadata.thoughtsTokenCount'],
      part: { of: 'output_tokens', relation: 'beside' },
    },
    {
      meter: 'input_tool_tokens',
      from: ['usageMetadata.toolUsePromptTokenCount'],
      part: { of: 'input_tokens', relation: 'beside' },
    },
    ...byModality(),
    ...OUTPUT,
  ],
  crossings: (['audio', 'image', 'video'] as const).map((word) => ({
    parts: ['cache_read_tokens', `input_${word}_tokens`],
    both: `cache_${word}_read_tokens`,
    of: 'input_tokens',
  })),
  total: { from: ['usageMetadata.totalTokenCount'], of: ['input_tokens', 'output_tokens'] },
  when: [
    {
      key: 'service_tier',
      from: ['usageMetadata.serviceTier', 'usageMetadata.trafficType'],
      values: {
        ON_DEMAND: 'standard',
        ON_DEMAND_PRIORITY: 'priority',
        ON_DEMAND_FLEX: 'flex',
        PROVISIONED_THROUGHPUT: 'provisioned',
      },
    },
  ],
  fields: { id: ['responseId'] },
  known: [{ in: 'usageMetadata', keys: [] }],
  // A stream tells its counts so far with each event.
  repeats: { key: ['responseId'], keep: 'largest' },
};
