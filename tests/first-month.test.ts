import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { firstMonth, type Workload } from '../src/workload/index.ts';
import { offerOf } from './workload-offers.ts';

const AT = { at: '2026-11-20' };
const CHAT = {
  kind: 'chat',
  conversations: { low: 10, expected: 100, high: 300 },
  turns: 2,
  system_tokens: 100,
  message_tokens: 400,
  answer_tokens: 250,
  history: 'all',
  months: 3,
  growth_percent: 10,
};
const chat = (change: object = {}): Workload => ({ ...CHAT, ...change }) as Workload;
const preset = (id: string): Workload => parse(readFileSync(`data/workloads/${id}.yaml`, 'utf8')) as Workload;
const CARD = offerOf('one', {
  rates: [
    { meter: 'input_tokens', price: '1', per: 1_000_000 },
    { meter: 'output_tokens', price: '2', per: 1_000_000 },
  ],
});

describe('the first month of work', () => {
  test('is the requests of its expected values, apart where they differ in length', () => {
    expect(firstMonth(chat(), AT).asked).toEqual([
      { requests: '100', usage: { input_tokens: '500', output_tokens: '250' } },
      // 100 + 400 + 250 of the first turn + 400
      { requests: '100', usage: { input_tokens: '1150', output_tokens: '250' } },
    ]);
  });

  test('has no output for failed calls that had none', () => {
    const failed = { failed_percent: 10, failed_billed: true, failed_output_percent: 0 };
    const work = { kind: 'requests', requests: 10, input_tokens: 5, output_tokens: 2, ...failed } as Workload;
    expect(firstMonth(work, AT).asked).toEqual([
      { requests: '10', usage: { input_tokens: '5', output_tokens: '2' } },
      { requests: '1', usage: { input_tokens: '5' } },
    ]);
  });

  test('comes to what its requests cost, at the date that is asked about', () => {
    const month = firstMonth(chat({ start: '1999-01-01' }), AT).total(CARD);
    // 100 x (500 + 1150) x 1 + 200 x 250 x 2 = 165,000 + 100,000
    expect('total' in month && month.total.toFixed()).toBe('0.265');
    const begun = { ...CARD, periods: CARD.periods.map((period) => ({ ...period, from: '2000-01-01' })) };
    expect(firstMonth(chat({ start: '1999-01-01' }), AT).total(begun)).toHaveProperty('blocked');
  });

  test('says which offer cannot do it, and why', () => {
    const { cannot } = firstMonth(chat(), AT);
    expect(cannot({ ...CARD, context_window: { tokens: 1400 } })).toBeNull();
    expect(cannot({ ...CARD, context_window: { tokens: 1399 } })).toMatchObject({
      code: 'context_exceeded',
      args: { needed: '1400', limit: '1399', step: 'turn 2 of 2' },
    });
    expect(cannot({ ...CARD, max_output: { tokens: 249 } })).toMatchObject({ code: 'output_exceeded' });
  });

  test.each([
    ['invoice-vision', 'media', []],
    ['meeting-transcription', 'media', []],
    ['nightly-classification', 'waits', []],
    ['evaluation-run', 'waits', []],
  ] as const)('%s: what it counts differs from offer to offer, because of %s', (id, why, leftOut) => {
    const month = firstMonth(preset(id), AT);
    expect([month.asked, month.leftOut]).toEqual([why, leftOut]);
  });

  test('leaves out what another model does, unless one is named', () => {
    const { asked, leftOut } = firstMonth(preset('rag-documentation'), AT);
    expect(leftOut).toEqual(['embedding', 'rerank']);
    expect(asked).toEqual([
      { requests: expect.any(String), usage: { input_tokens: expect.any(String), output_tokens: expect.any(String) } },
    ]);
    const workload = {
      kind: 'batch',
      instruction_tokens: 10,
      document_tokens: 90,
      output_tokens: 5,
      deadline_hours: 0,
    };
    const mix = { kind: 'mix', volume: 100, parts: [{ share_percent: 100, offer: 'p/other', workload }] };
    const named = firstMonth(mix as unknown as Workload, AT);
    expect([named.asked, named.leftOut]).toEqual(['other_offers', []]);
    const embedding = firstMonth({ ...preset('rag-documentation'), embedding_offer: 'p/other' } as Workload, AT);
    expect([embedding.asked, embedding.leftOut]).toEqual(['other_offers', ['rerank']]);
  });

  test('work that outgrows numbers later is refused', () => {
    const work = { kind: 'requests', requests: 10 ** 15, growth_percent: 100, months: 2 } as const;
    expect(() => firstMonth(work, AT)).toThrow(/^growth_percent: growth takes the volume of month 2 to/);
  });

  test('work with problems is refused with all of them', () => {
    expect(() => firstMonth(chat({ turns: -1, history: 'some' }), AT)).toThrow(/turns is -1[\s\S]*history is "some"/);
  });
});
