import type { Adapter } from '../adapter.ts';
import type { Count } from '../declared-counts.ts';
import type { Path } from '../path.ts';

const below = (...keys: string[]): Path[] =>
  keys.flatMap((key) => [
    ['usageDetails', key],
    ['usage_details', key],
  ]);

const beside = (meter: string, of: string, ...keys: string[]): Count => ({
  meter,
  from: below(...keys),
  part: { of, relation: 'beside' },
});

/** Every detail has been taken out of `input` and `output`; where that was cut off at zero, the total does not fit. */
export const langfuse: Adapter = {
  format: 'langfuse',
  title: 'Langfuse observations',
  version: '2026-09',
  shape: { any: ['usageDetails', 'usage_details'] },
  over: ['helicone'],
  model: ['model', 'providedModelName', 'provided_model_name'],
  at: ['startTime', 'start_time'],
  counts: [
    { meter: 'input_tokens', from: below('input'), required: true },
    { meter: 'output_tokens', from: below('output') },
    beside(
      'cache_read_tokens',
      'input_tokens',
      'input_cached_tokens',
      'cache_read_input_tokens',
      'input_cache_read',
      'input_cached',
    ),
    beside('cache_write_tokens', 'input_tokens', 'cache_creation_input_tokens', 'input_cache_creation'),
    beside('cache_write_5m_tokens', 'cache_write_tokens', 'input_cache_creation_5m'),
    beside('cache_write_1h_tokens', 'cache_write_tokens', 'input_cache_creation_1h'),
    beside('input_audio_tokens', 'input_tokens', 'input_audio_tokens', 'input_audio'),
    beside('input_text_tokens', 'input_tokens', 'input_text_tokens', 'input_text'),
    beside('output_reasoning_tokens', 'output_tokens', 'output_reasoning_tokens', 'output_reasoning'),
    beside('output_audio_tokens', 'output_tokens', 'output_audio_tokens', 'output_audio'),
    beside('output_text_tokens', 'output_tokens', 'output_text_tokens', 'output_text'),
  ],
  total: { from: below('total'), of: ['input_tokens', 'output_tokens'] },
  money: {
    from: ['totalCost', 'calculatedTotalCost', 'total_cost', 'costDetails.total', 'cost_details.total'],
    scale: '1',
    currency: 'USD',
    kind: 'estimated',
  },
  fields: {
    id: ['id'],
    trace: ['traceId', 'trace_id'],
    project: ['projectId', 'project_id'],
    user: ['userId', 'user_id'],
  },
  known: [
    { in: 'usageDetails', keys: [] },
    { in: 'usage_details', keys: [] },
  ],
  skip: [{ shape: { is: { type: ['SPAN', 'EVENT'] } }, reason: 'observations that are no generation' }],
  repeats: { key: ['id'], keep: 'last' },
};
