import type { Adapter } from '../adapter.ts';
import { anthropicConditions, anthropicCounts, anthropicKnown } from './anthropic-counts.ts';

/** `message_start` opens an answer; the counts of each `message_delta` replace those before, they are not added. */
export const anthropicStream: Adapter = {
  format: 'anthropic-stream',
  title: 'Anthropic Messages, events of a stream',
  version: '2026-09',
  presumes: 'anthropic',
  shape: {
    is: {
      type: [
        'message_start',
        'message_delta',
        'message_stop',
        'content_block_start',
        'content_block_delta',
        'content_block_stop',
        'ping',
      ],
    },
  },
  over: ['anthropic-messages'],
  model: ['model'],
  at: ['created_at', 'timestamp'],
  counts: anthropicCounts('usage'),
  when: anthropicConditions('usage'),
  // Compaction and advice are in no total, and advice is charged at another model's price.
  beyond: [{ list: 'usage.iterations', type: 'type', within: ['message'] }],
  fields: { id: ['id'] },
  known: anthropicKnown('usage'),
  events: {
    type: 'type',
    open: { is: 'message_start', take: 'message' },
    update: { is: 'message_delta', take: 'usage', into: 'usage' },
    close: 'message_stop',
    idle: ['ping'],
  },
};
