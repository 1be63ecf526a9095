import type { Adapter } from '../adapter.ts';
import { tryParseRecord } from '../parse-record.ts';

const USAGE = 'metadata.usage_object';

/** Spend logs: every vendor's parts are inside the totals. What LiteLLM's own cache answered cost nothing. */
export const litellm: Adapter = {
  format: 'litellm',
  title: 'LiteLLM spend logs',
  version: '2026-09',
  provider: { from: ['custom_llm_provider'] },
  shape: { has: ['spend', 'prompt_tokens', 'call_type'] },
  loose: { has: ['prompt_tokens'] },
  over: ['litellm-daily'],
  model: ['model', 'model_group'],
  at: ['startTime', 'start_time', 'endTime'],
  counts: [
    { meter: 'input_tokens', from: ['prompt_tokens'], required: true },
    { meter: 'output_tokens', from: ['completion_tokens'], required: true },
    {
      meter: 'cache_read_tokens',
      from: [
        `${USAGE}.prompt_tokens_details.cached_tokens`,
        `${USAGE}.cache_read_input_tokens`,
        'metadata.additional_usage_values.cache_read_input_tokens',
        'cache_read_input_tokens',
      ],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_write_tokens',
      from: [
        `${USAGE}.cache_creation_input_tokens`,
        `${USAGE}.prompt_tokens_details.cache_creation_tokens`,
        'metadata.additional_usage_values.cache_creation_input_tokens',
        'cache_creation_input_tokens',
      ],
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_write_5m_tokens',
      from: [`${USAGE}.prompt_tokens_details.cache_creation_token_details.ephemeral_5m_input_tokens`],
      part: { of: 'cache_write_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_write_1h_tokens',
      from: [`${USAGE}.prompt_tokens_details.cache_creation_token_details.ephemeral_1h_input_tokens`],
      part: { of: 'cache_write_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: [`${USAGE}.completion_tokens_details.reasoning_tokens`],
      part: { of: 'output_tokens', relation: 'inside' },
    },
    { meter: 'web_searches', from: [`${USAGE}.server_tool_use.web_search_requests`] },
  ],
  unsplit: [
    { meter: 'cache_read_tokens', of: 'input_tokens', unless: USAGE },
    { meter: 'cache_write_tokens', of: 'input_tokens', unless: USAGE },
  ],
  arrange: (record) => {
    const { metadata } = record;
    return typeof metadata === 'string' && metadata.startsWith('{')
      ? { ...record, metadata: tryParseRecord(metadata) }
      : record;
  },
  total: { from: ['total_tokens'], of: ['input_tokens', 'output_tokens'] },
  money: { from: ['spend'], scale: '1', currency: 'USD', kind: 'estimated' },
  fields: {
    id: ['request_id'],
    key: ['api_key'],
    user: ['user'],
    team: ['team_id'],
    project: ['metadata.user_api_key_project_id', 'team_id'],
    end_user: ['end_user'],
    session: ['session_id'],
  },
  skip: [
    { shape: { is: { cache_hit: ['True', 'true'] } }, reason: "answers from LiteLLM's own cache, which cost nothing" },
    { shape: { is: { status: ['failure'] } }, reason: 'requests that failed' },
  ],
  repeats: { key: ['request_id'], keep: 'last' },
};
