import type { Condition, Count } from '../declared-counts.ts';
import type { Known } from '../declared-records.ts';
import type { Path } from '../path.ts';

/**
 * Anthropic's counts below an object of usage: cache reads and writes are beside `input_tokens`, lifetimes of writes
 * inside the writes, thinking inside the output.
 */
export function anthropicCounts(at: string): Count[] {
  const below = (...keys: string[]): Path => (at === '' ? keys : [...at.split('.'), ...keys]);
  return [
    { meter: 'input_tokens', from: [below('input_tokens')], required: true },
    { meter: 'output_tokens', from: [below('output_tokens')], required: true },
    {
      meter: 'cache_read_tokens',
      from: [below('cache_read_input_tokens')],
      part: { of: 'input_tokens', relation: 'beside' },
    },
    {
      meter: 'cache_write_tokens',
      from: [below('cache_creation_input_tokens')],
      part: { of: 'input_tokens', relation: 'beside' },
    },
    {
      meter: 'cache_write_5m_tokens',
      from: [below('cache_creation', 'ephemeral_5m_input_tokens')],
      part: { of: 'cache_write_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_write_1h_tokens',
      from: [below('cache_creation', 'ephemeral_1h_input_tokens')],
      part: { of: 'cache_write_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: [below('output_tokens_details', 'thinking_tokens')],
      part: { of: 'output_tokens', relation: 'inside' },
    },
    { meter: 'web_searches', from: [below('server_tool_use', 'web_search_requests')] },
    { meter: 'web_fetches', from: [below('server_tool_use', 'web_fetch_requests')] },
  ];
}

/** What of a usage changes its price. */
export function anthropicConditions(at: string): Condition[] {
  const below = (key: string): Path => (at === '' ? [key] : [...at.split('.'), key]);
  return [
    { key: 'service_tier', from: [below('service_tier')], values: { standard: 'standard', batch: 'batch' } },
    { key: 'region', from: [below('inference_geo')], values: { not_available: '', global: 'global' } },
    { key: 'speed', from: [below('speed')], values: { standard: 'standard', fast: 'fast' } },
  ];
}

/** The objects of a usage in which a count that is not read is told. */
export function anthropicKnown(at: string): Known[] {
  return [at, `${at}.server_tool_use`, `${at}.cache_creation`].map((place) => ({ in: place, keys: [] }));
}
