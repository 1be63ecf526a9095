import type { Adapter } from '../adapter.ts';
import { anthropicConditions, anthropicCounts, anthropicKnown } from './anthropic-counts.ts';

/** All input is `input_tokens` + cache reads + cache writes. */
export const anthropicMessages: Adapter = {
  format: 'anthropic-messages',
  title: 'Anthropic Messages',
  version: '2026-09',
  presumes: 'anthropic',
  shape: {
    has: ['usage.input_tokens', 'usage.output_tokens'],
    any: ['usage.cache_creation_input_tokens', 'usage.cache_read_input_tokens', 'stop_reason', 'usage.cache_creation'],
    lacks: ['usage.total_tokens', 'requestId'],
  },
  loose: {},
  model: ['model'],
  at: ['created_at', 'timestamp', 'created'],
  counts: anthropicCounts('usage'),
  when: anthropicConditions('usage'),
  // Compaction and advice are in no total, and advice is charged at another model's price.
  beyond: [{ list: 'usage.iterations', type: 'type', within: ['message'] }],
  fields: { id: ['id'], user: ['metadata.user_id'], key: ['api_key_id'], project: ['workspace_id'] },
  known: anthropicKnown('usage'),
};
