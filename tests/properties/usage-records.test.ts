import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/engine/decimal.ts';
import type { EngineProblem } from '../../src/engine/index.ts';
import { STANDARD_METERS } from '../../src/engine/index.ts';
import { overlapsOf, partition } from '../../src/engine/partition.ts';
import { ADAPTERS, type Adapter, type Path } from '../../src/usage-records/index.ts';
import { type Draw, drawFrom, fewer, mulberry32, SEED } from '../arbitrary/draw.ts';
import { FIXTURES, readAll } from '../usage-record-fixtures.ts';

type Json = Record<string, unknown>;

const RECORDS = fewer(200);
const MUTATED = fewer(1000);

/** Puts a value where a path of an adapter would look for it. */
function put(record: Json, path: Path, value: number): void {
  const steps = typeof path === 'string' ? path.split('.') : [...path];
  let place = record;
  for (const [index, step] of steps.entries()) {
    const [, list = '', key = '', wanted = ''] = /^(.*)\[([^=\]]+)=([^\]]*)\]$/.exec(step) ?? [];
    const name = key === '' ? step : list;
    if (key === '' && index === steps.length - 1) {
      place[name] = value;
      return;
    }
    place[name] ??= key === '' ? {} : [];
    const held = place[name] as Json | Json[];
    if (!Array.isArray(held)) place = held;
    else {
      const entry: Json = { [key]: wanted };
      held.push(entry);
      place = entry;
    }
  }
}

/** A record of an adapter's own declaration, and the disjoint quantities that it was made of. */
function recordOf(adapter: Adapter, draw: Draw): { record: Json; own: Map<string, number> } {
  const own = new Map(adapter.counts.map(({ meter }) => [meter, draw.chance(30) ? 0 : draw.below(5000)]));
  const inside = (meter: string): string[] =>
    adapter.counts.flatMap((count) =>
      STANDARD_METERS.get(count.meter)?.ancestors.includes(meter) ? [count.meter] : [],
    );
  const full = (meter: string): number => [meter, ...inside(meter)].reduce((sum, id) => sum + (own.get(id) ?? 0), 0);
  const record: Json = {};
  for (const { meter, from, part: _part } of adapter.counts) {
    const beside = adapter.counts.filter(({ part }) => part?.of === meter && part.relation === 'beside');
    const stated = full(meter) - beside.reduce((sum, one) => sum + full(one.meter), 0);
    if (from[0] !== undefined) put(record, from[0], stated);
    else own.set(meter, 0);
  }
  if (adapter.total?.from[0] !== undefined) {
    put(
      record,
      adapter.total.from[0],
      adapter.total.of.reduce((sum, whole) => sum + full(whole), 0),
    );
  }
  for (const path of adapter.requests ?? []) put(record, path, 1 + draw.below(9));
  return { record, own };
}

function pickFrom<T>(draw: Draw, list: readonly T[]): T {
  return list[draw.below(list.length)] as T;
}

/** A copy with something wrong in it. */
function mutated(value: unknown, draw: Draw): unknown {
  const copy = structuredClone(value);
  const places: { readonly holder: Json; readonly key: string }[] = [];
  const walk = (one: unknown): void => {
    if (one === null || typeof one !== 'object') return;
    for (const key of Object.keys(one)) {
      places.push({ holder: one as Json, key });
      walk((one as Json)[key]);
    }
  };
  walk(copy);
  for (let time = 0; time <= draw.below(2); time += 1) {
    const { holder, key } = pickFrom(draw, places);
    const old = holder[key];
    const set = (value: unknown) => (): void => {
      holder[key] = value;
    };
    const wrongs: (() => void)[] = [
      ...[null, String(old), 'many', -7, 1e30, 2 ** 53, 1.5, true, [], {}, [old, old], Number.NaN].map(set),
      () => {
        delete holder[key];
      },
      () => {
        delete holder[key];
        holder[key] = old;
      },
    ];
    pickFrom(draw, wrongs)();
  }
  return copy;
}

const single = ADAPTERS.filter(({ events, cumulative, counts }) => !events && !cumulative && counts.length > 0);

describe(`usage records, seed ${SEED}`, () => {
  test.each(single)('$format: disjoint parts come back as they were put in', (adapter) => {
    const draw = drawFrom(mulberry32(SEED));
    const { arrange: _arrange, skip: _skip, tree: _tree, crossings: _crossings, unsplit: _unsplit, ...some } = adapter;
    const { loose: _loose, ...read } = some;
    const bare = { ...read, shape: {} };
    for (let index = 0; index < RECORDS; index += 1) {
      const { record, own } = recordOf(adapter, draw);
      const { records, problems } = readAll([record], { format: bare });
      expect(problems, JSON.stringify(record)).toEqual([]);
      const { requests: _requests, ...rest } = records[0]?.readings[0]?.usage ?? {};
      const { messages: _messages, ...alone } = rest;
      const usage: Readonly<Record<string, number | string>> = adapter.requests ? alone : rest;
      const overlaps = overlapsOf(Object.keys(usage), STANDARD_METERS);
      const found: EngineProblem[] = [];
      const counts = new Map(Object.entries(usage).map(([meter, count]) => [meter, new Decimal(count)]));
      const parts = partition(overlaps, counts, '', found);
      expect(found).toEqual([]);
      const back = overlaps.ids.map((id, at) => [id, parts[at]?.toNumber()] as const).filter(([, part]) => part !== 0);
      const made = [...own].filter(([, part]) => part !== 0);
      expect(Object.fromEntries(back)).toEqual(Object.fromEntries(made));
    }
  });

  test.each(FIXTURES)(`$format: ${MUTATED} broken records never crash and are never a silent zero`, (fixture) => {
    const draw = drawFrom(mulberry32(SEED + 1));
    // Messages that no model wrote count nothing, and do so rightly.
    const given = fixture.records.filter((record) => !JSON.stringify(record).includes('<synthetic>'));
    const whole = readAll(given).outcomes.length;
    let said = 0;
    for (let index = 0; index < MUTATED; index += 1) {
      const broken = given.map((record) => (draw.chance(70) ? mutated(record, draw) : record));
      if (draw.chance(10)) broken.reverse();
      if (draw.chance(10)) broken.push(pickFrom(draw, broken));
      const stated = draw.chance(50) ? { format: fixture.format } : {};
      const { outcomes, problems, skipped } = readAll(broken, stated);
      for (const outcome of outcomes) {
        if (outcome.kind !== 'record' || outcome.problems.length > 0) continue;
        const { readings, money, format } = outcome.record;
        if (ADAPTERS.find((one) => one.format === format)?.moneyOnly) expect(money).not.toBeNull();
        for (const { usage } of readings) {
          expect(Object.values(usage).some((count) => Number(count) > 0)).toBe(true);
          expect(Object.values(usage).every((count) => /^\d+(\.\d+)?$/.test(String(count)))).toBe(true);
        }
      }
      if (outcomes.length < whole || problems.length > 0 || skipped.length > 0) said += 1;
    }
    expect(said).toBeGreaterThan(MUTATED / 20);
  });
});
