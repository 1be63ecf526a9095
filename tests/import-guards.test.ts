import { describe, expect, test } from 'vitest';
import type { UpstreamImport } from '../src/catalog/read-upstream.ts';
import { buildImport } from '../src/importers/build-import.ts';
import { diffImports } from '../src/importers/diff.ts';
import { diffText } from '../src/importers/diff-text.ts';
import { guard, holdText, movedFar } from '../src/importers/guard.ts';
import { numberText } from '../src/importers/number-text.ts';
import { UPSTREAMS } from '../src/importers/upstreams.ts';

type Prices = Record<string, Record<string, Record<string, unknown>>>;

/** An import of models.dev's format: `{acme: {big: {input: 1}}}`. */
function imported(prices: Prices, before: UpstreamImport | null = null, today = '2026-11-20'): UpstreamImport {
  const data = Object.fromEntries(
    Object.entries(prices).map(([id, models]) => [
      id,
      { id, models: Object.fromEntries(Object.entries(models).map(([name, cost]) => [name, { id: name, cost }])) },
    ]),
  );
  const fetched = { data, version: today, as_of: null, url: 'https://models.dev' };
  return buildImport('models.dev', fetched, UPSTREAMS['models.dev'].translate(data), before, today);
}

/** `count` models at the same prices. */
function many(count: number, cost: Record<string, unknown>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, cost]));
}

function held(before: Prices, after: Prices, accepted: string[] = []): string[] {
  const [old, next] = [imported(before), imported(after)];
  return guard(old, next, diffImports(old, next), accepted).map(holdText);
}

const COST = { input: 1, output: 2 };

describe('what is held back', () => {
  test('a loss of a tenth passes, one row more does not', () => {
    expect(held({ acme: many(20, COST) }, { acme: many(18, COST) })).toEqual([]);
    expect(held({ acme: many(20, COST) }, { acme: many(17, COST) })).toEqual([
      expect.stringMatching(/^3 of 20 claims are gone, more than a tenth/),
      expect.stringMatching(/^6 of 40 rates are gone/),
      expect.stringMatching(/^3 of 20 prices are gone/),
    ]);
  });

  test('a key with another name takes the rates away, and that is seen', () => {
    expect(held({ acme: many(9, COST) }, { acme: many(9, { prompt: 1, output: 2 }) })).toEqual([
      expect.stringMatching(/^9 of 18 rates are gone/),
    ]);
  });

  test('prices that turn into text are seen', () => {
    expect(held({ acme: many(9, COST) }, { acme: many(9, { input: '1', output: '2' }) })).toEqual([
      expect.stringMatching(/^18 of 18 rates are gone/),
      expect.stringMatching(/^9 of 9 prices are gone/),
    ]);
  });

  test('a provider that is gone, until someone says that it is right', () => {
    const before = { acme: many(20, COST), small: many(1, COST) };
    const after = { acme: many(20, COST) };
    expect(held(before, after)).toEqual([expect.stringMatching(/^small is gone with its 1 offers; .*--accept small$/)]);
    expect(held(before, after, ['small'])).toEqual([]);
  });

  test('a price that moved by more than half, until someone says that it is right', () => {
    const [before, after] = [{ acme: many(1, COST) }, { acme: many(1, { input: 1.5, output: 0.9 }) }];
    expect(held(before, after)).toEqual([
      'acme:m0 output_tokens per 1000000 moved by more than half, from 2 to 0.9; if that is right, say --accept acme:m0',
    ]);
    expect(held(before, after, ['acme:m0'])).toEqual([]);
  });

  test('nothing at all', () => {
    const next = imported({ acme: {} });
    expect(guard(null, next, diffImports(null, next), []).map(holdText)).toEqual(['the upstream has no claim at all']);
  });

  test.each([
    ['2', '1', false],
    ['2', '0.999', true],
    ['2', '3', false],
    ['2', '3.001', true],
    ['0.0000001', '0.00000015', false],
    ['3', '0.000003', true],
  ])('from %s to %s', (before, after, expected) => {
    expect(movedFar(before, after)).toBe(expected);
  });
});

test('the diff names what is new, gone and changed, with each price before and after', () => {
  const old = imported({ acme: { a: COST, b: COST, c: COST } });
  const next = imported({ acme: { a: COST, b: { input: 1.25, cache_read: 0.1 }, d: COST } });
  expect(diffText(diffImports(old, next))).toEqual([
    '+ acme:d',
    '- acme:c',
    '~ acme:b',
    '    input_tokens per 1000000: 1 -> 1.25 (+25%)',
    '    output_tokens per 1000000: 2 (gone)',
    '    cache_read_tokens per 1000000: 0.1 (new)',
    '1 new, 1 gone, 1 changed, 1 as before',
  ]);
});

test('a file that says the same keeps the date on which it was first read', () => {
  const old = imported({ acme: many(1, COST), other: many(1, COST) }, null, '2026-11-01');
  const next = imported({ acme: many(1, COST), other: many(1, { input: 1, output: 2.5 }) }, old, '2026-11-20');
  expect(next.texts.get('acme')).toBe(old.texts.get('acme'));
  expect(next.files.get('other')?.sources['upstream']?.retrieved).toBe('2026-11-20');
});

describe('a changed price', () => {
  const periods = (one: UpstreamImport): unknown => {
    const offer = one.files.get('acme')?.offers[0];
    if (offer?.price.state !== 'published') return offer?.price;
    const input = offer.price.periods.map(({ from, until, rates: [rate] }) => [
      from,
      until,
      rate && 'price' in rate && rate.price,
    ]);
    return { input, marks: offer.marks?.map(({ code, path, printed }) => `${code} ${path} ${printed}`) ?? [] };
  };
  const day1 = imported({ acme: { a: { input: 1 } } }, null, '2026-11-01');
  const day2 = imported({ acme: { a: { input: 1.25 } } }, day1, '2026-11-08');

  test('begins when it was first seen, and says so', () => {
    expect(periods(day2)).toEqual({
      input: [
        [null, '2026-11-08', '1'],
        ['2026-11-08', null, '1.25'],
      ],
      marks: ['first_seen periods/1/from 2026-11-08'],
    });
    expect(diffText(diffImports(day1, day2)).slice(1, -1)).toEqual(['    input_tokens per 1000000: 1 -> 1.25 (+25%)']);
  });

  test('stays as it is while it is the same, and changes again', () => {
    const day3 = imported({ acme: { a: { input: 1.25 } } }, day2, '2026-11-15');
    expect(day3.texts).toEqual(day2.texts);
    const day4 = imported({ acme: { a: { input: 1.5 } } }, day3, '2026-11-20');
    expect(periods(day4)).toEqual({
      input: [
        [null, '2026-11-08', '1'],
        ['2026-11-08', '2026-11-20', '1.25'],
        ['2026-11-20', null, '1.5'],
      ],
      marks: ['first_seen periods/1/from 2026-11-08', 'first_seen periods/2/from 2026-11-20'],
    });
  });

  test('seen twice on a day is the later of the two', () => {
    const again = imported({ acme: { a: { input: 1.3 } } }, day2, '2026-11-08');
    expect(periods(again)).toMatchObject({
      input: [
        [null, '2026-11-08', '1'],
        ['2026-11-08', null, '1.3'],
      ],
    });
  });

  test('that is no longer known leaves no price standing', () => {
    expect(periods(imported({ acme: { a: { input: 0 } } }, day2, '2026-11-20'))).toMatchObject({ state: 'unknown' });
  });

  test('is still held back when it moves far', () => {
    const far = imported({ acme: { a: { input: 2 } } }, day2, '2026-11-20');
    expect(guard(day2, far, diffImports(day2, far), []).map(({ code }) => code)).toEqual(['moved']);
  });
});

test('the same data in another order make the same files', () => {
  const one = imported({ acme: { a: COST, b: COST }, zeta: { z: COST } });
  const two = imported({ zeta: { z: COST }, acme: { b: COST, a: COST } });
  expect([...two.texts]).toEqual([...one.texts]);
});

describe('numbers', () => {
  test.each([
    [0.15, '0.15', 'as_given'],
    [3e-8, '0.00000003', 'as_given'],
    [1e21, '1000000000000000000000', 'as_given'],
    [0.1 * 3, '0.3', 'repaired'],
    [0.18000000000000002, '0.18', 'repaired'],
    [0.00000105 * 1e6, '1.05', 'repaired'],
    [0.3 * (1 - 0.9), '0.03', 'repaired'],
    [1 / 12, '0.08333333333333333', 'odd'],
    [0.12500000000000003, '0.12500000000000003', 'odd'],
  ])('%s', (value, text, state) => {
    expect(numberText(value)).toEqual({ text, state });
  });
});
