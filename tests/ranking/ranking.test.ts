import { describe, expect, test } from 'vitest';
import { madeUpCatalog } from '../../scripts/lib/made-up-catalog.ts';
import { assemble } from '../../src/catalog/assemble.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { readCatalog } from '../../src/catalog/read-directory.ts';
import { amountDigits, shortAmount } from '../../src/catalog/words/money.ts';
import { compare, tryPriceUsage } from '../../src/engine/index.ts';
import { offerIndex } from '../../src/site/offer-index/index-of.ts';
import { rowsByTotal } from '../../src/site/ranking/order.ts';
import { type PreparedIndex, prepareIndex } from '../../src/site/ranking/prepared-index.ts';
import { questionOf } from '../../src/site/ranking/question.ts';
import { cheapestRows, rankedRows } from '../../src/site/ranking/ranked-rows.ts';
import { rowIds } from '../../src/site/ranking/rows.ts';
import { ROW_STATES, settleRow, totalsOf, totalText } from '../../src/site/ranking/totals.ts';
import { amountText, shortText } from '../../src/site/ranking/units.ts';
import { CURRENCY, workloadOptions } from '../../src/site/workload.ts';
import fc from '../arbitrary/fast-check.ts';

const AT = '2026-11-20';
const real = readCatalog('data').catalog;
const madeUp = assemble(madeUpCatalog(400));

/** The index of a catalog as a browser reads it, made ready. */
function preparedOf(catalog: Catalog): PreparedIndex {
  const known = indexes.get(catalog) ?? prepareIndex(JSON.parse(JSON.stringify(offerIndex(catalog, AT))));
  indexes.set(catalog, known);
  return known;
}
const indexes = new Map<Catalog, PreparedIndex>();

/** The ranking by the index, with complex rows given to the engine, as ids with exact totals. */
function ranked(catalog: Catalog, requests: string, usage: Record<string, string>) {
  const prepared = preparedOf(catalog);
  const { index } = prepared;
  const question = questionOf(prepared, [{ requests, usage }]);
  if (!question) throw new Error('expected a question');
  const totals = totalsOf(prepared, question);
  const ids = rowIds(index);
  for (const row of index.complex) {
    const offer = catalog.offers.get(ids[row] ?? '');
    if (!offer || totals.state[row] !== ROW_STATES.waiting) continue;
    const stated = Object.fromEntries(Object.entries(usage).filter(([, count]) => count !== '0'));
    const result = tryPriceUsage(offer, [{ requests, usage: stated }], workloadOptions(AT, catalog.meters));
    const total = 'bill' in result ? result.bill.total : null;
    settleRow(totals, row, total === null ? { reason: 'no total' } : { total });
  }
  const none = rankedRows(totals, new Uint8Array(ids.length), {
    known: false,
    get: () => expect.unreachable('there is nothing to put in order'),
  });
  expect([none.count, none.at(0)]).toEqual([0, undefined]);
  const order = [...rowsByTotal(totals)];
  for (const part of [1, 3]) {
    const flags = Uint8Array.from(ids, (_, row) => (row % part === 0 ? 1 : 0));
    const few = order.filter((row) => flags[row] === 1).slice(0, 64);
    expect([...cheapestRows(totals, flags, 64)]).toEqual(few);
    const shown = rankedRows(totals, flags, { known: false, get: () => rowsByTotal(totals) });
    expect([shown.at(0), shown.at(63), shown.at(64)]).toEqual([few[0], few[63], shown.all()[64]]);
    expect(shown.count).toBe(shown.all().length);
    expect(shown.firstPaid()).toBe([...shown.all()].find((row) => totalText(totals, row) !== '0'));
  }
  const rows = order.map((row) => ({ offer: ids[row], total: totalText(totals, row) }));
  const unpriced = ids.filter((_, row) => totals.state[row] === ROW_STATES.unpriced);
  return { rows, unpriced, complex: index.complex.length };
}

function byEngine(catalog: Catalog, requests: string, usage: Record<string, string>) {
  const options = { ...workloadOptions(AT, catalog.meters), currency: CURRENCY };
  const { rows, unpriced } = compare([...catalog.offers.values()], [{ requests, usage }], options);
  return {
    rows: rows.map(({ offer, total }) => ({ offer, total })),
    unpriced: unpriced.map(({ offer }) => offer).sort(),
  };
}

/** {@link expect} only where two lists differ, since it takes its time over thousands of rows. */
function same(found: readonly unknown[], expected: readonly unknown[]): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
}

test('the made-up catalog is sound, and most of its cards are prices times counts', () => {
  expect(madeUp.problems).toEqual([]);
  const { complex } = ranked(madeUp.catalog, '1', {});
  expect(complex).toBeGreaterThan(10);
  expect(complex).toBeLessThan(120);
});

const count = (most: number) => fc.oneof(fc.constant('0'), fc.nat(most).map(String));
const workload = fc
  .record({
    requests: fc.oneof(count(100), count(10_000_000)),
    cached: count(5000),
    other: fc.oneof(count(2000), count(1_000_000)),
    output: count(50_000),
    searches: fc.oneof(
      fc.constant('0'),
      fc.nat(999).map((part) => `0.${String(part).padStart(3, '0')}`),
    ),
  })
  .map(({ requests, cached, other, output, searches }) => ({
    requests,
    usage: {
      input_tokens: String(Number(cached) + Number(other)),
      cache_read_tokens: cached,
      output_tokens: output,
      web_searches: searches,
    },
  }));

describe.each([
  ['the catalog', real, 12],
  ['a made-up one', madeUp.catalog, 100],
])('%s', (_, catalog, numRuns) => {
  test('ranks as the engine does, to the last digit', () => {
    fc.assert(
      fc.property(workload, ({ requests, usage }) => {
        const { rows, unpriced } = ranked(catalog, requests, usage);
        const engine = byEngine(catalog, requests, usage);
        same(rows, engine.rows);
        same(unpriced, engine.unpriced);
      }),
      { numRuns },
    );
  });

  test('ranks as the engine does where numbers outgrow floats', () => {
    const usage = {
      input_tokens: '999999999999999999.123456789',
      cache_read_tokens: '1',
      output_tokens: '7',
      web_searches: '0',
    };
    const { rows } = ranked(catalog, '123456789012345', usage);
    same(rows, byEngine(catalog, '123456789012345', usage).rows);
  });
});

test('amounts are shortened as everywhere else', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 14n), fc.nat(12), (digits, places) => {
      const text = digits.toString().padStart(places + 1, '0');
      const value = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
      const amount = value.includes('.') ? value.replace(/\.?0+$/, '') : value;
      expect(amountText(shortText(amount))).toBe(amountDigits(shortAmount(amount)));
    }),
  );
});
