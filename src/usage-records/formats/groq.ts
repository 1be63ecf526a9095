import type { Adapter } from '../adapter.ts';

/** A row of the console: sums per model, the uncached part stated beside the whole that holds it. */
export const groq: Adapter = {
  format: 'groq-console',
  title: 'Groq console usage',
  version: '2026-09',
  provider: 'groq',
  shape: { has: ['n_context_tokens_total', 'num_requests'] },
  model: ['model', 'model_id', 'snapshot_id'],
  at: ['timestamp', 'aggregation_timestamp', 'date', 'created_at'],
  requests: ['num_requests'],
  counts: [
    { meter: 'input_tokens', from: ['n_context_tokens_total'], required: true },
    { meter: 'output_tokens', from: ['n_generated_tokens_total'], required: true },
    {
      meter: 'cache_read_tokens',
      from: ['n_cached_context_tokens_total'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    { meter: 'input_audio_seconds', from: ['num_seconds_billed', 'num_seconds'] },
  ],
  arrange: (record) => {
    const [whole, rest] = [
      Number(record['n_context_tokens_total']),
      Number(record['n_non_cached_context_tokens_total']),
    ];
    if (record['n_non_cached_context_tokens_total'] == null || !Number.isSafeInteger(whole - rest)) return record;
    return { ...record, n_cached_context_tokens_total: whole - rest };
  },
  money: { from: ['cost'], scale: '1', currency: 'USD', kind: 'charged' },
  fields: { project: ['project_id', 'project'], key: ['api_key_id'] },
};
