import { describe, expect, test } from 'vitest';
import type { Count } from '../src/usage-records/declared-counts.ts';
import { flips, flipText } from '../src/usage-records/flips.ts';
import { ADAPTERS, type Adapter } from '../src/usage-records/index.ts';
import { readAll } from './usage-record-fixtures.ts';

describe('parts that are read the other way', () => {
  const part = { of: 'input_tokens', relation: 'inside' } as const;
  const parts = (length: number): Count[] => Array.from({ length }, (_, n) => ({ meter: `m${n}`, from: [], part }));

  test('every choice is one, the smaller first', () => {
    expect(flips(parts(3), [1, '0.5', 2])).toEqual([[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]]);
    expect(flips([{ meter: 'input_tokens', from: [] }, ...parts(3)], [9, 0, undefined, 5])).toEqual([[3]]);
  });

  test('of many parts only the first five are tried', () => {
    const all = flips(parts(9), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([all.length, all.at(-1)]).toEqual([31, [0, 1, 2, 3, 4]]);
  });

  test('are told by where they would be', () => {
    expect([flipText(parts(1)[0], true), flipText(parts(1)[0], false)]).toEqual([
      'm0 inside input_tokens',
      'm0 beside input_tokens',
    ]);
  });
});

test('parts of which a format does not tell are read in every way that holds, and others as it says', () => {
  const v5 = ADAPTERS.find(({ format }) => format === 'vercel-ai-v5') as Adapter;
  const withCache = (relation: 'inside' | 'beside'): Adapter => ({
    ...v5,
    counts: v5.counts.map(({ part, ...count }) => {
      if (!part) return count;
      if (count.meter === 'cache_read_tokens') return { ...count, part: { ...part, relation } };
      return { ...count, part: { of: part.of, relation: 'inside' } };
    }),
  });
  const usage = { inputTokens: 10, outputTokens: 5, cachedInputTokens: 4, reasoningTokens: 3 };
  const inputs = (format: Adapter, more: object = {}) =>
    readAll([{ usage: { ...usage, ...more } }], { format }).records[0]?.readings.map(
      (one) => one.usage['input_tokens'],
    );
  expect(inputs(withCache('inside'))).toEqual([10, 14]);
  expect(inputs(withCache('beside'))).toEqual([14, 10]);
  expect(inputs(withCache('beside'), { cachedInputTokens: 40 })).toEqual([50]);
});
