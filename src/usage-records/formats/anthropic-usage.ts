import type { Adapter } from '../adapter.ts';
import { anthropicConditions, anthropicCounts } from './anthropic-counts.ts';

const UNCACHED = 'uncached_input_tokens';

/** Sums per bucket: uncached input, cache reads and writes by lifetime, all beside each other. */
export const anthropicUsage: Adapter = {
  format: 'anthropic-usage',
  title: 'Anthropic usage report',
  version: '2026-09',
  provider: 'anthropic',
  shape: { has: [UNCACHED, 'output_tokens'] },
  over: ['plain'],
  model: ['model'],
  at: ['starting_at'],
  counts: anthropicCounts('').map((count): typeof count => {
    if (count.meter === 'input_tokens') return { ...count, from: [UNCACHED] };
    const isWrite = count.meter.startsWith('cache_write_') && count.meter !== 'cache_write_tokens';
    return isWrite ? { ...count, part: { of: 'cache_write_tokens', relation: 'beside' } } : count;
  }),
  when: anthropicConditions(''),
  // The report does not say how many requests it sums; each bucket is priced as one.
  requests: [],
  fields: { project: ['workspace_id'], key: ['api_key_id'], context_window: ['context_window'] },
  known: [
    { in: 'cache_creation', keys: [] },
    { in: 'server_tool_use', keys: [] },
  ],
};
