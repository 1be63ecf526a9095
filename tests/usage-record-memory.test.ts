import { expect, test } from 'vitest';
import {
  ADAPTERS,
  type Adapter,
  type Located,
  mappedAdapter,
  NO_MEMORY,
  readRecords,
} from '../src/usage-records/index.ts';
import { recordReader } from '../src/usage-records/read-record.ts';
import { readAll } from './usage-record-fixtures.ts';

type Taken = Located<string>;

function readerInto(taken: Taken[]) {
  return readRecords<string>({}, (outcome) => taken.push(outcome));
}

const inputOf = (one: Taken): unknown => (one.kind === 'record' ? one.record.readings[0]?.usage['input_tokens'] : null);
const chat = (more: object = {}) => ({ model: 'm', usage: { prompt_tokens: 1, completion_tokens: 1, ...more } });
const BOTH = chat({ prompt_cache_hit_tokens: 0, cached_tokens: 0 });

test('a file remembers its format, the fields that lines set and whether more pages follow', () => {
  const taken: Taken[] = [];
  const reader = readerInto(taken);
  const first = reader.file();
  expect(first.memory()).toEqual({ format: null, state: {}, morePages: false });
  first.read({ has_more: true, data: [chat({ prompt_cache_hit_tokens: 0 })] }, 'a');
  first.read(BOTH, 'b');
  expect(first.memory()).toEqual({ format: 'deepseek', state: {}, morePages: true });
  const next = reader.file(first.memory());
  next.read(BOTH, 'c');
  next.end('end');
  const alone = reader.file(NO_MEMORY);
  alone.read(BOTH, 'd');
  alone.end('d');
  expect(taken.map((one) => (one.kind === 'record' ? one.record.format : `${one.kind} ${one.where}`))).toEqual([
    'deepseek',
    'deepseek',
    'deepseek',
    'unreadable end',
    'unreadable d',
  ]);
});

test('records that are equal to the word share what they say of how they were asked for', () => {
  const tiered = (tier: string) => ({ ...chat(), object: 'chat.completion', service_tier: tier });
  const format = { ...(ADAPTERS.find((one) => one.format === 'openai-chat') as Adapter) };
  const { records } = readAll([tiered('flex'), tiered('FLEX'), tiered('priority'), tiered(''), chat()], { format });
  const [flex, again, priority, none, silent] = records.map(({ conditions }) => conditions);
  expect([flex, priority, none]).toEqual([{ service_tier: 'flex' }, { service_tier: 'priority' }, {}]);
  expect(again).toBe(flex);
  expect(silent).toBe(none);
});

test('what always holds of a format stands beside what a record says', () => {
  const adapter = mappedAdapter({ counts: { input_tokens: 'in' } }) as Adapter;
  const when = [{ key: 'service_tier' as const, from: ['tier'], values: {} }];
  const format = { ...adapter, always: { speed: 'fast' }, when };
  const { records } = readAll([{ in: 1, tier: 'flex' }, { in: 1 }], { format });
  expect(records.map(({ conditions }) => conditions)).toEqual([
    { speed: 'fast', service_tier: 'flex' },
    { speed: 'fast' },
  ]);
});

test('of a record that nobody knows the first dozen keys are told', () => {
  const keys = Array.from({ length: 15 }, (_, index) => `key${index}`);
  const { outcomes } = readAll([Object.fromEntries(keys.map((key) => [key, 1]))]);
  const [problem] = outcomes[0]?.kind === 'unreadable' ? outcomes[0].problems : [];
  expect(problem?.args).toMatchObject({ keys: keys.slice(0, 12) });
});

test('what lines have set holds in the next stretch of a file', () => {
  const taken: Taken[] = [];
  const reader = readerInto(taken);
  const at = { timestamp: '2026-11-17T20:26:02Z' };
  const first = reader.file();
  first.read({ ...at, type: 'turn_context', payload: { model: 'm' } }, 'a');
  const next = reader.file(structuredClone(first.memory()));
  const used = { input_tokens: 10, output_tokens: 5 };
  next.read({ ...at, type: 'event_msg', payload: { info: { last_token_usage: used } } }, 'b');
  reader.end();
  expect(taken.flatMap((one) => (one.kind === 'record' ? [one.record.model] : []))).toEqual(['m']);
});

test('a format that there is not is told with those that there are', () => {
  expect(() => readRecords({ format: 'nope' }, () => {})).toThrow(
    /^there is no format "nope"; the formats are openai-chat, openai-responses, /,
  );
});

test('the reader of a format is made once', () => {
  const adapter = mappedAdapter({ counts: { input_tokens: 'in' } }) as Adapter;
  expect(recordReader(adapter)).toBe(recordReader(adapter));
});

test('a session that another file replays is taken as it stood first', () => {
  const used = { input_tokens: 10, output_tokens: 5, total_tokens: 15 };
  const at = { timestamp: '2026-11-17T20:26:02Z' };
  const event = { ...at, type: 'event_msg', payload: { info: { total_token_usage: used } } };
  const taken: Taken[] = [];
  const reader = readerInto(taken);
  for (const model of ['first', 'second']) {
    const file = reader.file();
    file.read({ ...at, type: 'turn_context', payload: { model } }, model);
    file.read(event, model);
    file.end(model);
  }
  reader.end();
  expect(taken.flatMap((one) => (one.kind === 'record' ? [one.record.model] : []))).toEqual(['first']);
  expect([...reader.repeated]).toEqual([['codex', 1]]);
});

test('what two stretches of one log hold is merged, and given out once', () => {
  const message = (id: string, input: number) => ({
    type: 'assistant',
    sessionId: 's',
    message: { id, usage: { input_tokens: input, output_tokens: 1 } },
  });
  const span = (spanId: string, parentSpanId: string | null, input: number) => ({
    spanId,
    ...(parentSpanId === null ? {} : { parentSpanId }),
    attributes: { 'gen_ai.usage.input_tokens': input, 'gen_ai.usage.output_tokens': 1 },
  });
  const stretch = (values: readonly object[], taken: Taken[] = []) => {
    const reader = readerInto(taken);
    const file = reader.file();
    for (const [index, value] of values.entries()) file.read(value, String(index + 1));
    return reader;
  };
  const taken: Taken[] = [];
  const whole = stretch([message('a', 5), message('a', 4), span('p', null, 9), span('q', null, 8)], taken);
  const later = stretch([message('a', 7), message('a', 6), message('b', 1), span('c', 'p', 3), span('q', null, 2)]);
  whole.merge(structuredClone(later.part()), (where) => `later ${where}`);
  whole.end();
  expect(taken.map((one) => `${one.where}: ${inputOf(one)}`)).toEqual([
    'later 1: 7',
    'later 3: 1',
    'later 5: 2',
    'later 4: 3',
  ]);
  expect(Object.fromEntries(whole.repeated)).toEqual({ 'claude-code': 3, otel: 2 });
  whole.end();
  expect(taken).toHaveLength(4);
});
