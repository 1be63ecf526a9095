import type { Adapter } from '../adapter.ts';

const INFO = 'payload.info';

/** `token_count` events carry running totals: what they add is counted, once, and replays of a parent are dropped. */
export const codex: Adapter = {
  format: 'codex',
  title: 'Codex session logs',
  version: '0.58',
  presumes: 'openai',
  shape: { has: ['timestamp', 'type', 'payload'] },
  model: ['model'],
  at: ['timestamp'],
  carried: [
    { shape: { is: { type: ['turn_context'] } }, from: 'payload.model', to: 'model' },
    { shape: { is: { type: ['session_meta'] } }, from: 'payload.id', to: 'session' },
    { shape: { is: { type: ['session_meta'] } }, from: 'payload.cwd', to: 'project' },
  ],
  cumulative: { total: `${INFO}.total_token_usage`, last: `${INFO}.last_token_usage` },
  counts: [
    { meter: 'input_tokens', from: ['counted.input_tokens'], required: true },
    { meter: 'output_tokens', from: ['counted.output_tokens'], required: true },
    {
      meter: 'cache_read_tokens',
      from: ['counted.cached_input_tokens'],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['counted.reasoning_output_tokens'],
      part: { of: 'output_tokens', relation: 'inside' },
    },
  ],
  total: { from: ['counted.total_tokens'], of: ['input_tokens', 'output_tokens'] },
  fields: { session: ['session'], project: ['project'] },
  known: [{ in: 'counted', keys: [] }],
  skip: [
    { shape: { lacks: [`${INFO}.total_token_usage`, `${INFO}.last_token_usage`] }, reason: 'lines without usage' },
  ],
  repeats: { key: ['timestamp', `${INFO}.total_token_usage`], keep: 'first' },
};
