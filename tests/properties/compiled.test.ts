import { describe, expect, test } from 'vitest';
import { compileCard, RatecardError, readCard, tryPriceUsage, type UsageGroup } from '../../src/engine/index.ts';
import { type Draw, drawFrom, fewer, mulberry32, SEED } from '../arbitrary/draw.ts';
import { questionFrom, usageOf } from '../arbitrary/questions.ts';
import { unordered } from './unordered.ts';

const CARDS = fewer(4000);

/** Whole counts of some meters, now and then too large, broken or with parts above their whole. */
function rowOf(draw: Draw, meters: readonly string[]): number[] {
  const usage = usageOf(draw, meters);
  const factor = draw.chance(3) ? 2 ** 30 : draw.chance(20) ? 1000 : 1;
  return meters.map((meter) => {
    if (draw.chance(1)) return draw.pick([0.5, -1, Number.NaN, 2 ** 53]);
    return Math.floor(Number(usage[meter] ?? 0)) * factor;
  });
}

function columnsOf(rows: readonly number[][], width: number): Float64Array[] {
  return Array.from({ length: width }, (_, column) => Float64Array.from(rows, (row) => row[column] ?? 0));
}

describe(`the compiled card, seed ${SEED}`, () => {
  test(`makes the bill that pricing each request does, on ${CARDS} random cards`, () => {
    const draw = drawFrom(mulberry32(SEED + 7));
    let compared = 0;
    let lines = 0;
    for (let index = 0; index < CARDS; index += 1) {
      const { offer, groups, options } = questionFrom(draw);
      const meters = Object.keys(groups[0]?.usage ?? {});
      if (meters.length === 0 || 'problems' in tryPriceUsage(offer, [], options)) continue;
      const rows = Array.from({ length: 1 + draw.below(12) }, () => rowOf(draw, meters));
      const card = compileCard(offer, meters, options);
      const problems = card.add(columnsOf(rows, meters.length), rows.length);
      const all = rows.map(
        (row): UsageGroup => ({ usage: Object.fromEntries(meters.map((m, i) => [m, row[i] ?? 0])) }),
      );
      const bad = new Set<number>();
      for (const [row, group] of all.entries()) {
        const alone = tryPriceUsage(offer, [group], options);
        if ('problems' in alone) bad.add(row);
      }
      const plain = tryPriceUsage(
        offer,
        all.filter((_, row) => !bad.has(row)),
        options,
      );
      if ('problems' in plain) throw new Error(JSON.stringify(plain.problems));
      const seen = new Set(problems.map(({ path }) => Number(path.split('/')[1]?.split('.')[0])));
      expect([...seen].sort(), `case ${index}`).toEqual([...bad].sort());
      expect(unordered(card.bill()), `case ${index}`).toEqual(unordered(plain.bill));
      compared += 1;
      lines += plain.bill.lines.length;
    }
    expect(compared).toBeGreaterThan(CARDS / 2);
    expect(lines).toBeGreaterThan(CARDS);
  });

  const SMALL = readCard({
    id: 'a/b',
    provider: 'a',
    model: 'l/m',
    currency: 'USD',
    periods: [{ from: null, until: null, rates: [{ meter: 'input_tokens', price: '1', per: 1, source: 's' }] }],
  });
  const codesOf = (make: () => unknown): string[] => {
    try {
      make();
    } catch (error) {
      if (error instanceof RatecardError) return error.problems.map(({ code, path }) => `${code} ${path}`);
    }
    return [];
  };

  test('refuses a meter named twice', () => {
    const make = () => compileCard(SMALL, ['input_tokens', 'output_tokens', 'input_tokens'], { at: '2026-11-20' });
    expect(codesOf(make)).toEqual(['repeated_meter meters.2']);
  });

  test('refuses another number of columns than of meters', () => {
    const card = compileCard(SMALL, ['input_tokens'], { at: '2026-11-20' });
    expect(codesOf(() => card.add([[1], [2]], 1))).toEqual(['wrong_columns columns']);
    expect(codesOf(() => card.add([], 1))).toEqual(['wrong_columns columns']);
  });

  test('adds chunk after chunk', () => {
    const offer = {
      id: 'a/b',
      provider: 'a',
      model: 'l/m',
      currency: 'USD',
      periods: [
        {
          from: null,
          until: null,
          rates: [
            { meter: 'input_tokens', price: '0.35', per: 1_000_000, source: 's' },
            { meter: 'output_tokens', price: '0.55', per: 1_000_000, source: 's' },
          ],
        },
      ],
    };
    const card = compileCard(readCard(offer), ['input_tokens', 'output_tokens'], { at: '2026-11-20' });
    const rows = 10_000;
    const input = Float64Array.from({ length: rows }, (_, row) => row);
    const output = Float64Array.from({ length: rows }, () => 3);
    for (let time = 0; time < 3; time += 1) expect(card.add([input, output], rows)).toEqual([]);
    // 3 x 49,995,000 x 0.35 / 1,000,000 + 3 x 30,000 x 0.55 / 1,000,000
    expect(card.bill()).toMatchObject({ requests: '30000', total: '52.54425' });
  });
});
