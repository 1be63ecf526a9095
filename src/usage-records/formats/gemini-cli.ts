import type { Adapter } from '../adapter.ts';

/** Cached tokens inside, thoughts and tools beside, unless the total says otherwise. */
export const geminiCli: Adapter = {
  format: 'gemini-cli',
  title: 'Gemini CLI sessions',
  version: '2026-09',
  presumes: 'google',
  shape: { any: ['tokens.input', 'projectHash'], has: ['type', 'timestamp'], lacks: ['message', 'payload', 'uuid'] },
  loose: {},
  model: ['model'],
  at: ['timestamp'],
  counts: [
    { meter: 'input_tokens', from: ['tokens.input'], required: true },
    { meter: 'output_tokens', from: ['tokens.output'], required: true },
    {
      meter: 'cache_read_tokens',
      from: ['tokens.cached'],
      part: { of: 'input_tokens', relation: 'inside', detect: true },
    },
    {
      meter: 'output_reasoning_tokens',
      from: ['tokens.thoughts'],
      part: { of: 'output_tokens', relation: 'beside', detect: true },
    },
    {
      meter: 'input_tool_tokens',
      from: ['tokens.tool'],
      part: { of: 'input_tokens', relation: 'beside', detect: true },
    },
  ],
  total: { from: ['tokens.total'], of: ['input_tokens', 'output_tokens'] },
  fields: { id: ['id'], session: ['sessionId'], project: ['projectHash'] },
  known: [{ in: 'tokens', keys: [] }],
  skip: [{ shape: { lacks: ['tokens'] }, reason: 'messages without usage' }],
  repeats: { key: ['id', 'sessionId'], keep: 'last' },
};
