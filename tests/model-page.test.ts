import { describe, expect, test } from 'vitest';
import { madeUpCatalog } from '../scripts/lib/made-up-catalog.ts';
import { assemble } from '../src/catalog/assemble.ts';
import type { Catalog, CatalogOffer } from '../src/catalog/catalog.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { Decimal } from '../src/engine/decimal.ts';
import { tryPriceUsage } from '../src/engine/index.ts';
import { priceComplex } from '../src/site/board/price-complex.ts';
import { abilitiesOf, abilitiesOfModel, covers } from '../src/site/model/abilities.ts';
import { alternatives } from '../src/site/model/alternatives.ts';
import { axisOptions } from '../src/site/model/axes.ts';
import { candidateFinder } from '../src/site/model/candidates.ts';
import { costScale } from '../src/site/model/cost-scale.ts';
import { type Engine, overtakings } from '../src/site/model/crossings.ts';
import { messageBreakEvens } from '../src/site/model/message-break-even.ts';
import { pricedModel, pricedWork, rowsByModel } from '../src/site/model/priced-model.ts';
import { rowOffer } from '../src/site/model/row-offer.ts';
import { offerIndex } from '../src/site/offer-index/index-of.ts';
import { offerList } from '../src/site/ranking/offer-list.ts';
import type { Work } from '../src/site/ranking/work.ts';
import { workloadOptions } from '../src/site/workload.ts';

const AT = '2026-11-20';
const MODEL = 'mistralai/mistral-small-3.1';
const USUAL: Work = {
  requests: '30000',
  usage: { input_tokens: '1200', cache_read_tokens: '800', output_tokens: '300', web_searches: '0' },
};

function prepared(catalog: Catalog) {
  const list = offerList(offerIndex(catalog, AT));
  const offerAt = (row: number): CatalogOffer => {
    const offer = catalog.offers.get(list.ids[row] ?? '');
    if (!offer) throw new Error(`no offer in row ${row}`);
    return offer;
  };
  const isComplex = (row: number): boolean => list.prepared.isComplex[row] === 1;
  /** As in the browser: what the index says of a row, the whole card only where it is complex. */
  const engine: Engine = {
    price: (row, work) => priceComplex(offerAt(row), work, AT),
    offerAt: (row) => (isComplex(row) ? offerAt(row) : rowOffer(list, row)),
  };
  return { catalog, list, rows: rowsByModel(list), offerAt, isComplex, engine };
}

const real = prepared(readCatalog('data').catalog);
const madeUp = prepared(assemble(madeUpCatalog(400)).catalog);

/** What the engine makes of work on the whole card of a row. */
function total({ catalog, offerAt }: typeof real, row: number, { requests, usage }: Work): string | null {
  const stated = Object.fromEntries(Object.entries(usage).filter(([, count]) => count !== '0'));
  const result = tryPriceUsage(offerAt(row), [{ requests, usage: stated }], workloadOptions(AT, catalog.meters));
  return 'bill' in result ? result.bill.total : null;
}

function priced(world: typeof real, work: Work, model: number) {
  const all = pricedWork(world.list, work, world.engine.price);
  if (!all) throw new Error('expected work that can be priced');
  return pricedModel(all, model, world.rows[model] ?? []);
}

describe('a card made from a row of the index', () => {
  test.each([
    ['the catalog', real],
    ['made-up offers', madeUp],
  ])('costs what the whole card does: %s', (_name, world) => {
    const works: Work[] = [
      USUAL,
      { requests: '7', usage: { input_tokens: '250000.5', output_tokens: '0.25' } },
      {
        requests: '900000',
        usage: { input_tokens: '40', cache_read_tokens: '40', output_tokens: '9', web_searches: '0.1' },
      },
    ];
    const { list } = world;
    const plain = list.ids
      .map((_, row) => row)
      .filter((row) => !world.isComplex(row) && list.prepared.barred[row] === 0);
    const some = plain.filter((_, at) => at % Math.ceil(plain.length / 400) === 0);
    expect(some.length).toBeGreaterThan(100);
    for (const work of works) {
      for (const row of some) {
        const result = tryPriceUsage(rowOffer(list, row), [work], { at: AT, days: 30 });
        expect('bill' in result ? result.bill.total : null, list.ids[row]).toBe(total(world, row, work));
      }
    }
  });
});

describe('break-even of sellers', () => {
  const model = real.list.models.ids.indexOf(MODEL);
  const shown = priced(real, USUAL, model);

  test.each([
    // 4 in and 1 out: 0.0019 x 5 / (4 x 0.35 + 0.55) x 1,000,000 / 1.05, no cached price, 5% on top
    ['aigateway/mistral-small-3.1-24b-instruct', '4639.80463980464'],
    // 12 in, 8 of them cached, 3 out: 0.0019 x 15 / (4 x 0.10 + 8 x 0.05 + 3 x 0.30) x 1,000,000
    ['nano-gpt/mistral-small-3.1-24b-instruct', '16764.705882352941'],
  ])('0.0019 a message against %s is cheaper above %s tokens', (id, at) => {
    const found = messageBreakEvens(shown, real.engine).find(({ token }) => real.list.ids[token] === id);
    expect(real.list.ids[found?.message ?? -1]).toBe('empiriolabs/mistral-small-3-1');
    expect(found?.answer.crossings.map((crossing) => [crossing.at, crossing.cheaper_after])).toEqual([[at, 'a']]);
  });

  test('whoever is said to become cheaper costs less there, and not before', () => {
    let checked = 0;
    for (const world of [real, madeUp]) {
      const models = world.list.models.ids.map((_, at) => at).filter((at) => (world.rows[at] ?? []).length > 1);
      for (const at of models.filter((_, place) => place % Math.ceil(models.length / 60) === 0)) {
        for (const { axis, grows, cheapest, row, answer } of overtakings(priced(world, USUAL, at), world.engine)) {
          const crossing = grows ? answer.crossings[0] : answer.crossings.at(-1);
          if (!crossing) continue;
          checked += 1;
          const costs = (value: string): Decimal[] => {
            const work =
              axis === 'requests'
                ? { ...USUAL, requests: value }
                : { ...USUAL, usage: { ...USUAL.usage, [axis]: value } };
            return [cheapest, row].map((one) => new Decimal(total(world, one, work) ?? Number.NaN));
          };
          const [was, is] = costs(grows ? new Decimal(crossing.first).plus(1).toFixed() : crossing.last) as [
            Decimal,
            Decimal,
          ];
          const [old, late] = costs(grows ? crossing.last : new Decimal(crossing.first).plus(1).toFixed()) as [
            Decimal,
            Decimal,
          ];
          expect(is.lt(was), `${world.list.ids[row]} ${axis}`).toBe(true);
          expect(old.lte(late), `${world.list.ids[row]} ${axis}`).toBe(true);
        }
      }
    }
    expect(checked).toBeGreaterThan(30);
  });

  test.each([
    [{ input_tokens: '1200', cache_read_tokens: '800', output_tokens: '300' }, '12:3:8'],
    [{ input_tokens: '0.5', output_tokens: '1' }, '1:2'],
    [{ input_tokens: '0', output_tokens: '7' }, '0:1'],
    [{ input_tokens: '1234567', output_tokens: '2' }, null],
    [{ web_searches: '1' }, null],
  ])('the mix of %j is %s', (usage, mix) => {
    expect(axisOptions('tokens', { requests: '1', usage })?.mix ?? null).toBe(mix);
  });
});

describe('alternatives', () => {
  const { list, rows } = real;
  const months = list.models.ids.map(() => Number.NaN);
  const works: Work[] = [
    USUAL,
    { requests: '2000', usage: { input_tokens: '60000', cache_read_tokens: '0', output_tokens: '1500' } },
  ];

  test.each(works)('state all that is needed and cost no more, as they say', (work) => {
    const usual = pricedWork(list, USUAL, real.engine.price);
    const find = candidateFinder(usual?.board as never, rows, months);
    let named = 0;
    for (const [model] of list.models.ids.entries()) {
      if (model % 40 !== 0) continue;
      const shown = priced(real, work, model);
      const candidates = find(model);
      const needed = abilitiesOfModel(list, rows[model] ?? []);
      const found = alternatives(shown, candidates, rows);
      const [first] = shown.paying;
      if (first === undefined) {
        expect(found).toEqual([]);
        continue;
      }
      const own = new Decimal(total(real, first, work) ?? 0);
      for (const { row, model: other, reasons } of found) {
        named += 1;
        expect(other).not.toBe(model);
        expect(covers(abilitiesOf(list, row), needed)).toBe(true);
        const cost = new Decimal(total(real, row, work) ?? Number.NaN);
        expect(cost.gt(0) && cost.lte(own)).toBe(true);
        const [, percent] = /^([\d.]+)% less/.exec(reasons[0] ?? '') ?? [];
        const exact = own.minus(cost).div(own).times(100).toDecimalPlaces(1, Decimal.ROUND_HALF_UP);
        expect(percent ?? '0').toBe(exact.toFixed());
      }
      const costs = found.map(({ row }) => Number(total(real, row, work)));
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
      expect(new Set(found.map((one) => one.model)).size).toBe(found.length);
    }
    expect(named).toBeGreaterThan(50);
  });

  test('no candidate is more than a year older, and none is a model itself', () => {
    const usual = pricedWork(list, USUAL, real.engine.price);
    const dates = list.models.ids.map((_, at) => at % 30);
    const find = candidateFinder(usual?.board as never, rows, dates);
    for (const [model] of list.models.ids.entries()) {
      if (model % 40 !== 0) continue;
      for (const other of find(model).models) {
        expect(other).not.toBe(model);
        expect(dates[other]).toBeGreaterThanOrEqual((dates[model] ?? 0) - 12);
      }
    }
  });
});

describe('the scale of costs', () => {
  test.each([
    [[6, 39], false, ['0', '10', '20', '30', '40'], [100, 6, 15]],
    [[0.0004, 0.0007], false, ['0', '0.0002', '0.0004', '0.0006', '0.0008'], [100, 0.0004, 50]],
    [[0, 1000], false, ['0', '200', '400', '600', '800', '1,000'], [100, 0, 0]],
    [[2, 300], true, ['1', '10', '100', '1,000'], [100, 10, 100 / 3]],
    [[0.03, 3], true, ['0.01', '0.1', '1', '10'], [100, 1, 200 / 3]],
  ])('%j', (costs, byFactor, labels, [end, cost, at]) => {
    const scale = costScale(costs);
    expect(scale.byFactor).toBe(byFactor);
    expect(scale.ticks.map(({ label }) => label)).toEqual(labels);
    expect(scale.ticks.at(-1)?.at).toBeCloseTo(end as number);
    expect(scale.at(cost as number)).toBeCloseTo(at as number);
  });
});
