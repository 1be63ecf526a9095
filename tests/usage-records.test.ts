import { describe, expect, test } from 'vitest';
import { type Offer, priceUsage, readCard, STANDARD_METERS } from '../src/engine/index.ts';
import { formatInstant } from '../src/engine/instant.ts';
import {
  ADAPTERS,
  type Adapter,
  mappedAdapter,
  parseRecord,
  recordProblemText,
  type UsageRecord,
} from '../src/usage-records/index.ts';
import { readMoment } from '../src/usage-records/moment.ts';
import { CARD, FIXTURES, PRICES, readAll } from './usage-record-fixtures.ts';

/** Micro-dollars of disjoint quantities, in hundredths, by whole numbers alone. */
function byHand(disjoint: Readonly<Record<string, number>>): string {
  const hundredths = Object.entries(disjoint).reduce((sum, [name, quantity]) => {
    const [whole = '0', part = ''] = PRICES[name as keyof typeof PRICES].split('.');
    return sum + BigInt(`${whole}${part.padEnd(2, '0')}`) * BigInt(quantity);
  }, 0n);
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
}

function microDollars({ readings }: UsageRecord, offer: Offer = CARD): string[] {
  return readings.map(({ usage }) => {
    const { requests: _requests, messages: _messages, ...counts } = usage;
    const { complete, total } = priceUsage(offer, [{ usage: counts }], { at: '2026-11-20', fees: false });
    expect(complete).toBe(true);
    const scaled = BigInt((total ?? '').replace('.', '')) * 10n ** 6n;
    const places = (total ?? '').split('.')[1]?.length ?? 0;
    const [whole, rest] = [scaled / 10n ** BigInt(places), scaled % 10n ** BigInt(places)];
    return `${whole}.${rest.toString().padStart(places, '0')}`.replace(/\.?0*$/, '');
  });
}

describe('one record of each format', () => {
  test('every format has one', () => {
    const bounded = ['openrouter-activity', 'vercel-ai-v4', 'vercel-ai-v5'];
    const all = [...FIXTURES.map(({ format }) => format), ...bounded].sort();
    expect(ADAPTERS.map(({ format }) => format).sort()).toEqual(all);
  });

  test.each(FIXTURES)(
    '$format is recognised, and read to usage and a bill',
    ({ format, records, expect: expected }) => {
      const read = readAll(records);
      expect(read.problems).toEqual([]);
      expect(read.records.map((record) => record.format)).toEqual(expected.map(() => format));
      for (const [index, wanted] of expected.entries()) {
        const record = read.records[index] as UsageRecord;
        if (wanted.model !== undefined) expect(record.model).toBe(wanted.model);
        if (wanted.at !== undefined) expect(formatInstant(record.at ?? 0)).toBe(wanted.at);
        if (wanted.conditions) expect(record.conditions).toEqual(wanted.conditions);
        expect(record.money).toEqual(wanted.money ?? null);
        if (wanted.usage === null) {
          expect(record.readings).toEqual([]);
          continue;
        }
        const requests = wanted.requests === undefined ? {} : { requests: wanted.requests, messages: wanted.requests };
        const stated = Object.entries(record.readings[0]?.usage ?? {}).filter(([, quantity]) => quantity !== 0);
        expect(Object.fromEntries(stated)).toEqual({ ...wanted.usage, ...requests });
        expect(byHand(wanted.disjoint)).toBe(wanted.micro_dollars);
        expect(microDollars(record)).toEqual([wanted.micro_dollars]);
      }
    },
  );

  test.each(FIXTURES)('a copy of $format reads the same', ({ format, records }) => {
    const adapter = ADAPTERS.find((one) => one.format === format) as Adapter;
    const { outcomes } = readAll(records, { format: { ...adapter } });
    expect(outcomes).toEqual(readAll(records, { format }).outcomes);
  });

  test('a repeated answer of Claude Code and of a replayed Codex session counts once', () => {
    for (const format of ['claude-code', 'codex']) {
      const { records = [], expect: expected = [] } = FIXTURES.find((one) => one.format === format) ?? {};
      const reader = readAll([...records, ...records]);
      expect(reader.records.length, format).toBe(expected.length);
    }
  });
});

describe('answers that are bounds', () => {
  const cases: [string, unknown, string[]][] = [
    // 1000 in, 100 out: 1250 + 250; all read 200 + 250; all written 2000 + 250; read of which all written cannot be
    [
      'activity without the split of the cache',
      {
        date: '2026-11-17',
        model: 'a/b',
        model_permaslug: 'a/b-1',
        endpoint_id: 'e',
        usage: 0.001,
        requests: 3,
        prompt_tokens: 1000,
        completion_tokens: 100,
        reasoning_tokens: 40,
      },
      ['450', '1500', '2250'],
    ],
    [
      'version 4 of the SDK, which says nothing of caches',
      { usage: { promptTokens: 1000, completionTokens: 100, totalTokens: 1100 }, model: 'm' },
      ['450', '1500'],
    ],
    [
      'a spend log without the detail of its usage',
      {
        request_id: 'r',
        call_type: 'c',
        spend: 0,
        model: 'm',
        prompt_tokens: 1000,
        completion_tokens: 100,
        metadata: '',
      },
      ['450', '1500', '2250'],
    ],
    // 400 x 1.25 + 600 x 0.2 + 250
    [
      'a spend log with its detail as text',
      {
        request_id: 'r',
        call_type: 'c',
        spend: 0,
        model: 'm',
        prompt_tokens: 1000,
        completion_tokens: 100,
        metadata: '{"usage_object": {"prompt_tokens_details": {"cached_tokens": 600}}}',
      },
      ['870'],
    ],
    // inside: 600 x 1.25 + 400 x 0.2 + 250 = 1080; beside: 1000 x 1.25 + 80 + 250 = 1580
    [
      'version 5 of the SDK without the vendor',
      { usage: { inputTokens: 1000, outputTokens: 100, totalTokens: 1100, cachedInputTokens: 400 }, model: 'm' },
      ['1080', '1580'],
    ],
    // 200 in, 150 cached, 80 audio: 30 to 80 are both. 30: 0 left + 120 x 0.2 + 50 x 10 + 30 x 0.5 = 539;
    // 80: 50 x 1.25 + 70 x 0.2 + 0 + 80 x 0.5 = 116.5; 10 out = 25
    [
      'cached and audio tokens that overlap by an unknown amount',
      {
        object: 'chat.completion',
        model: 'm',
        usage: {
          prompt_tokens: 200,
          completion_tokens: 10,
          total_tokens: 210,
          prompt_tokens_details: { cached_tokens: 150, audio_tokens: 80 },
        },
      },
      ['141.5', '564'],
    ],
  ];
  test.each(cases)('%s', (_name, value, expected) => {
    const { records, problems } = readAll([value]);
    expect(problems).toEqual([]);
    const found = microDollars(records[0] as UsageRecord).sort((a, b) => Number(a) - Number(b));
    expect([...new Set(found)]).toEqual(expected);
  });
});

describe('checks', () => {
  const chat = (usage: object) => ({ object: 'chat.completion', model: 'm', usage });

  test('a total that only the other reading gives is a problem with both readings and their costs', () => {
    const { records, problems } = readAll([
      chat({
        prompt_tokens: 100,
        completion_tokens: 50,
        total_tokens: 170,
        completion_tokens_details: { reasoning_tokens: 20 },
      }),
    ]);
    expect(problems).toEqual(['total_differs']);
    // 100 x 1.25 + 50 x 2.5 = 250; with 20 beside 300
    expect(microDollars(records[0] as UsageRecord)).toEqual(['250', '300']);
  });

  test('more cached than sent cannot be inside, and is never cut off', () => {
    const { records, problems } = readAll([
      chat({ prompt_tokens: 100, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 900 } }),
    ]);
    expect(problems).toEqual(['part_exceeds_whole']);
    expect(records[0]?.readings.map(({ usage }) => usage['input_tokens'])).toEqual([1000]);
  });

  test('output that a tracer has cut off at zero does not fit its total', () => {
    const { problems } = readAll([
      {
        id: 'o',
        type: 'GENERATION',
        model: 'grok',
        usageDetails: { input: 9992, input_cached_tokens: 128, output: 0, output_reasoning_tokens: 2809, total: 14428 },
      },
    ]);
    expect(problems).toEqual(['total_differs']);
  });

  const wrong: [string, object, string][] = [
    ['a count that is not there', { prompt_tokens: 5 }, 'missing_count'],
    ['a negative count', { prompt_tokens: -5, completion_tokens: 1 }, 'malformed_count'],
    ['a count in words', { prompt_tokens: 'many', completion_tokens: 1 }, 'malformed_count'],
    ['half a token', { prompt_tokens: 5, completion_tokens: 1.5 }, 'malformed_count'],
    ['a kind of token that nobody knows', { prompt_tokens: 5, completion_tokens: 1, dream_tokens: 3 }, 'unread_count'],
  ];
  test.each(wrong)('%s is said', (_name, usage, code) => {
    expect(readAll([chat(usage)]).problems).toEqual([code]);
  });

  test('compaction and advice, which are in no total, are said', () => {
    const usage = {
      input_tokens: 5,
      output_tokens: 6,
      cache_read_input_tokens: 0,
      iterations: [{ type: 'message' }, { type: 'compaction', input_tokens: 900 }],
    };
    expect(readAll([{ model: 'c', stop_reason: 'end_turn', usage }]).problems).toEqual(['unread_count']);
  });

  test('a stream without its end, and a page that is followed by more, are said', () => {
    const start = { type: 'message_start', message: { model: 'c', usage: { input_tokens: 5, output_tokens: 1 } } };
    expect(readAll([start]).problems).toEqual(['cut_stream']);
    const page = { object: 'page', has_more: true, data: [chat({ prompt_tokens: 1, completion_tokens: 1 })] };
    expect(readAll([page]).problems).toEqual(['more_pages']);
  });

  test('what fits two formats is asked about', () => {
    const both = {
      usage: { prompt_tokens: 1, completion_tokens: 1, prompt_cache_hit_tokens: 0, cached_tokens: 0 },
      model: 'm',
    };
    expect(readAll([both]).problems).toEqual(['ambiguous_format']);
    expect(readAll([both], { provider: 'deepseek' }).problems).toEqual([]);
    expect(readAll([both], { format: 'moonshot' }).records[0]?.format).toBe('moonshot');
  });

  test('what fits none is asked about', () => {
    expect(readAll([{ a: 1 }, 5, null, [], 'x']).problems).toEqual([
      'unknown_format',
      'not_an_object',
      'not_an_object',
      'not_an_object',
    ]);
  });
});

describe('golden vectors', () => {
  const card = (...rates: [string, string][]): Offer =>
    readCard({
      ...CARD,
      periods: [
        {
          from: null,
          until: null,
          rates: rates.map(([meter, price]) => ({ meter, price, per: 1_000_000, source: 'p' })),
        },
      ],
    });

  test("xAI's own charge of 232,856,000 ticks", () => {
    const { records: fixture = [] } = FIXTURES.find(({ format }) => format === 'xai-chat') ?? {};
    const [record] = readAll(fixture).records;
    const offer = card(['input_tokens', '1.25'], ['cache_read_tokens', '0.20'], ['output_tokens', '2.50']);
    const { total } = priceUsage(offer, [{ usage: record?.readings[0]?.usage ?? {} }], { at: '2026-11-20' });
    expect(total).toBe(record?.money?.amount);
    expect(BigInt((total ?? '').replace('0.', '').padEnd(10, '0'))).toBe(232_856_000n);
  });

  test('litellm#9812: 54,399 micro-dollars, not 91,311', () => {
    // 3 x 3 + 12304 x 3.75 + 550 x 15 = 9 + 46140 + 8250
    const usage = {
      input_tokens: 3,
      cache_creation_input_tokens: 12304,
      cache_read_input_tokens: 0,
      output_tokens: 550,
    };
    const [record] = readAll([{ model: 'c', stop_reason: 'end_turn', usage }]).records;
    const offer = card(['input_tokens', '3'], ['cache_write_tokens', '3.75'], ['output_tokens', '15']);
    expect(microDollars(record as UsageRecord, offer)).toEqual(['54399']);
  });

  test('langfuse#10592: 17,903 tokens of input, not 35,720', () => {
    const usage = {
      prompt_tokens: 17_903,
      completion_tokens: 10,
      total_tokens: 17_913,
      cost: 0.01,
      prompt_tokens_details: { cached_tokens: 17_817 },
    };
    const [record] = readAll([{ id: 'g', model: 'm', usage }]).records;
    expect(record?.readings[0]?.usage['input_tokens']).toBe(17_903);
  });

  test('langfuse#12306: spans whose input holds the cache are not added again', () => {
    const attributes = {
      'gen_ai.usage.input_tokens': 130_213,
      'gen_ai.usage.output_tokens': 5,
      'gen_ai.usage.cache_read.input_tokens': 130_208,
    };
    const [record] = readAll([{ spanId: 's', attributes }]).records;
    expect(record?.readings[0]?.usage['input_tokens']).toBe(130_213);
  });
});

describe('the contract', () => {
  test.each(ADAPTERS)(
    '$format: parts name wholes of its own that contain them',
    ({ counts, total, crossings, unsplit }) => {
      const meters = counts.map(({ meter }) => meter);
      expect(new Set(meters).size).toBe(meters.length);
      for (const { meter, part } of counts) {
        expect(STANDARD_METERS.has(meter), meter).toBe(true);
        if (part) expect(STANDARD_METERS.get(meter)?.ancestors).toContain(part.of);
        if (part) expect(meters).toContain(part.of);
      }
      for (const whole of total?.of ?? []) expect(meters).toContain(whole);
      for (const { both, of } of crossings ?? []) expect(meters).toEqual(expect.arrayContaining([both, of]));
      for (const { of } of unsplit ?? []) expect(meters).toContain(of);
    },
  );

  test('every format says what it is, and which state of it is followed', () => {
    expect(new Set(ADAPTERS.map(({ title }) => title)).size).toBe(ADAPTERS.length);
    for (const { title, version } of ADAPTERS) expect([title, version]).not.toContain('');
  });

  test('over names formats that there are', () => {
    const names = ADAPTERS.map(({ format }) => format);
    for (const { over = [] } of ADAPTERS) expect(names).toEqual(expect.arrayContaining([...over]));
  });

  test('a mapping reads any table', () => {
    const adapter = mappedAdapter({
      model: 'Model Name',
      at: 'When',
      cost: 'Cost ($)',
      counts: {
        input_tokens: 'Prompt',
        output_tokens: 'Completion',
        cache_read_tokens: { column: 'Cached', relation: 'beside' },
      },
      fields: { team: 'Team' },
    });
    if (typeof adapter === 'string') throw new Error(adapter);
    const row = { 'Model Name': 'm', When: '2026-11-17 10:00', Prompt: '10', Completion: '5', Cached: '7', Team: 't' };
    const [record] = readAll([row], { format: adapter }).records;
    expect(record?.readings[0]?.usage).toEqual({ input_tokens: 17, output_tokens: 5, cache_read_tokens: 7 });
    expect(record).toMatchObject({ model: 'm', fields: { team: 't' }, at: Date.UTC(2026, 10, 17, 10) });
    expect(mappedAdapter({ counts: { dreams: 'x' } })).toContain('no meter called dreams');
    expect(mappedAdapter({ counts: {} })).toContain('names no counts');
  });
});

describe('numbers lose no digit', () => {
  test.each(['0.06000000000000001', '232856000', '12345678901234567890', '0.1234567890123456789', '9007199254740993'])(
    '%s',
    (text) => {
      const read = (parseRecord(`{"a":[${text}]}`) as { a: unknown[] }).a[0];
      expect(String(read)).toBe(text);
    },
  );
});

test('numbers stay numbers where none is long', () => {
  expect(parseRecord('{"a":[5, 0.25],"b":-1}')).toEqual({ a: [5, 0.25], b: -1 });
  expect(parseRecord('{"a": 0.06000000000000001, "b": 5}')).toEqual({ a: '0.06000000000000001', b: '5' });
});

describe('what JSON allows and records do not mean', () => {
  const strange = { toString: 1, valueOf: null };

  test('an object whose own keys are those of the language is no word and no number', () => {
    const [plain, total] = [FIXTURES.find(({ format }) => format === 'anthropic-messages'), totals(strange)];
    const message = plain?.records[0] as Record<string, Record<string, unknown>>;
    expect(readAll([{ type: strange, object: strange }]).problems).toEqual(['unknown_format']);
    const [record] = readAll([{ ...message, usage: { ...message['usage'], service_tier: strange } }]).records;
    expect(record?.conditions).not.toHaveProperty('service_tier');
    expect(readAll(total).problems).toContain('malformed_count');
  });

  test('an entry that does not say what it is is shown as it stands', () => {
    const message = FIXTURES.find(({ format }) => format === 'anthropic-messages')?.records[0] as { usage: object };
    const { outcomes } = readAll([{ ...message, usage: { ...message.usage, iterations: [{ inner: 1 }] } }]);
    const texts = outcomes.flatMap((one) => (one.kind === 'skipped' ? [] : one.problems.map(recordProblemText)));
    expect(texts.join()).toContain('usage.iterations.0 is {"inner":1}');
  });

  /** A log of running totals, of which the first has a count that is none. */
  function totals(input_tokens: unknown): object[] {
    const used = { input_tokens: 10, output_tokens: 5, total_tokens: 15 };
    const info = [
      { ...used, input_tokens },
      { ...used, input_tokens: 30, total_tokens: 35 },
    ];
    return [
      { timestamp: '2026-11-17T20:26:00.000Z', type: 'session_meta', payload: { id: 's1' } },
      { timestamp: '2026-11-17T20:26:01.000Z', type: 'turn_context', payload: { model: 'gpt-5-codex' } },
      ...info.map((total_token_usage) => ({
        timestamp: '2026-11-17T20:26:02.000Z',
        type: 'event_msg',
        payload: { type: 'token_count', info: { total_token_usage, last_token_usage: total_token_usage } },
      })),
    ];
  }

  test.each(['2026-02-30', '2026-02-30 10:00', '2026-04-31T10:00:00Z'])('%s is no day', (text) => {
    expect(readMoment(text)).toBeNull();
  });
});
