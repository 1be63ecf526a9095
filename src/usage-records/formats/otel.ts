import type { Adapter } from '../adapter.ts';
import { isObject, type JsonObject } from '../json-object.ts';
import type { Path } from '../path.ts';

const attribute = (...names: string[]): Path[] => names.map((name) => ['attributes', name]);
const usage = (...names: string[]): Path[] => attribute(...names.map((name) => `gen_ai.usage.${name}`));

/** Attributes come as an object, or as a list of `{key, value: {intValue: "12"}}`. */
function withAttributes(record: JsonObject): JsonObject {
  const list = record['attributes'];
  if (!Array.isArray(list)) return record;
  const found: Record<string, unknown> = {};
  for (const entry of list) {
    if (!isObject(entry) || typeof entry['key'] !== 'string') continue;
    const value = entry['value'];
    found[entry['key']] = isObject(value) ? Object.values(value)[0] : value;
  }
  return { ...record, attributes: found };
}

/** Parts are inside the totals. Spans of agents repeat what their children count: only leaves are taken. */
export const otel: Adapter = {
  format: 'otel',
  title: 'OpenTelemetry GenAI spans',
  version: '1.41',
  provider: { from: attribute('gen_ai.provider.name', 'gen_ai.system') },
  shape: { has: ['attributes'], any: ['spanId', 'span_id', 'context.span_id', 'traceId'] },
  loose: { has: ['attributes'] },
  model: attribute('gen_ai.response.model', 'gen_ai.request.model'),
  at: ['startTimeUnixNano', 'start_time', 'startTime', 'timestamp'],
  counts: [
    { meter: 'input_tokens', from: usage('input_tokens', 'prompt_tokens'), required: true },
    { meter: 'output_tokens', from: usage('output_tokens', 'completion_tokens') },
    {
      meter: 'cache_read_tokens',
      from: usage(
        'cache_read.input_tokens',
        'cache_read_tokens',
        'input_tokens.cached',
        'cached_prompt_text_tokens',
        'details.cache_read_tokens',
      ),
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_write_tokens',
      from: usage('cache_write.input_tokens', 'cache_creation.input_tokens', 'cache_write_tokens'),
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'output_reasoning_tokens',
      from: usage('reasoning.output_tokens'),
      part: { of: 'output_tokens', relation: 'inside' },
    },
    {
      meter: 'input_audio_tokens',
      from: usage('audio.input_tokens'),
      part: { of: 'input_tokens', relation: 'inside' },
    },
    {
      meter: 'cache_audio_read_tokens',
      from: usage('audio.cache_read.input_tokens'),
      part: { of: 'cache_read_tokens', relation: 'inside' },
    },
    {
      meter: 'output_audio_tokens',
      from: usage('audio.output_tokens'),
      part: { of: 'output_tokens', relation: 'inside' },
    },
  ],
  crossings: [
    { parts: ['cache_read_tokens', 'input_audio_tokens'], both: 'cache_audio_read_tokens', of: 'input_tokens' },
  ],
  total: { from: usage('total_tokens'), of: ['input_tokens', 'output_tokens'] },
  money: {
    from: attribute('gen_ai.usage.cost_in_usd_ticks'),
    scale: '0.0000000001',
    currency: 'USD',
    kind: 'charged',
  },
  fields: {
    id: ['spanId', 'span_id', 'context.span_id'],
    trace: ['traceId', 'trace_id', 'context.trace_id'],
    project: [...attribute('service.name'), 'resource.service.name'],
    session: attribute('gen_ai.conversation.id', 'session.id'),
    user: attribute('user.id', 'enduser.id'),
  },
  known: [
    {
      in: 'attributes',
      only: 'gen_ai.usage.',
      keys: ['text.input_tokens', 'text.output_tokens', 'image.input_tokens', 'text.cache_read.input_tokens'].map(
        (name) => `gen_ai.usage.${name}`,
      ),
    },
  ],
  skip: [
    {
      shape: { is: { op: ['invoke_agent', 'create_agent', 'execute_tool', 'invoke_workflow'] } },
      reason: 'spans that repeat what their children count',
    },
    {
      shape: {
        lacks: usage('input_tokens', 'prompt_tokens', 'output_tokens', 'completion_tokens', 'total_tokens'),
      },
      reason: 'spans without usage',
    },
  ],
  tree: { id: 'node_id', parent: 'node_parent' },
  arrange: (record) => {
    const arranged = withAttributes(record);
    const attributes = arranged['attributes'];
    const context = arranged['context'];
    return {
      ...arranged,
      op: isObject(attributes) ? attributes['gen_ai.operation.name'] : undefined,
      node_id: arranged['spanId'] ?? arranged['span_id'] ?? (isObject(context) ? context['span_id'] : undefined),
      node_parent: arranged['parentSpanId'] ?? arranged['parent_span_id'] ?? arranged['parent_id'],
    };
  },
};
