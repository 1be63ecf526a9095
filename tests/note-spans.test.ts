import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { noteSpans } from '../src/cli/note-spans.ts';
import type { BillOptions, Offer, Period } from '../src/engine/index.ts';
import { ratecard } from './command.ts';
import { offerOf } from './workload-offers.ts';

const { cases } = parse(readFileSync(new URL('./cases-command/counted-spans.yaml', import.meta.url), 'utf8')) as {
  cases: readonly { name: string; period: Partial<Period>; options?: Partial<BillOptions>; says: readonly string[] }[];
};
const BOTH = { usage: { input_tokens: '5' }, cost: '5' };

function said(offers: readonly Offer[], options: Partial<BillOptions> = {}): string[] {
  const lines: string[] = [];
  const io = { err: (line: string) => lines.push(line) } as unknown as Parameters<typeof noteSpans>[2];
  noteSpans(offers, { at: '2026-11-20', days: 3, used_before: BOTH, ...options }, io);
  return lines;
}

const cardOf = (period: Partial<Period>): Offer => ({
  ...offerOf('card', {}),
  periods: [{ from: null, until: null, rates: [], ...period }],
});

describe('options of a billing period that could not matter to a card are said', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { period, options, says }) => {
    expect(said([cardOf(period)], options)).toEqual(says);
  });

  test('of several offers in one line', () => {
    expect(said([cardOf({}), { ...cardOf({}), id: 'p/other' }])).toEqual([
      '2 of the offers count nothing over a month, a year or once; --used-before changes nothing on them',
      '2 of the offers count nothing by the day; --days changes nothing on them',
    ]);
  });

  const offer = 'azure/mistral-small-2503';
  const usage = ['--usage', '{"input_tokens":1000,"output_tokens":10}'];
  const before = ['--used-before', '{"usage":{"input_tokens":5},"cost":"1"}', '--days', '3'];
  test.each([
    ['a bill', ['estimate', offer, ...usage, ...before]],
    ['a bill as JSON', ['estimate', offer, ...usage, ...before, '--format', 'json']],
    ['a comparison', ['compare', offer, ...usage, ...before]],
    ['a budget', ['solve', offer, '--budget', '5', ...usage, ...before]],
    ['a break-even', ['breakeven', offer, offer, '--vary', 'tokens', ...before]],
    ['an export', ['export', 'csv', '--offer', offer, ...usage, ...before]],
  ])('%s', (_name, args) => {
    const { err } = ratecard(args);
    expect(err).toBe(
      `${offer} counts nothing over a month, a year or once; --used-before changes nothing on it\n` +
        `${offer} counts nothing by the day; --days changes nothing on it`,
    );
  });

  test('and nothing is said where they could', () => {
    const card = 'openrouter/mistral-small-3.1-24b-instruct';
    const { err } = ratecard(['estimate', card, ...usage, '--used-before', '{"cost":"1"}']);
    expect(err).toBe('');
  });
});
