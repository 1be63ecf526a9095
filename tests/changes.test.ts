import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { assemble } from '../src/catalog/assemble.ts';
import type { Catalog } from '../src/catalog/catalog.ts';
import type { ChangeKind } from '../src/catalog/changes/change.ts';
import { CHANGE_LABELS, changeText } from '../src/catalog/changes/change-words.ts';
import { comparePeriods } from '../src/catalog/changes/compare-periods.ts';
import { corrections } from '../src/catalog/changes/corrections.ts';
import { priceChanges } from '../src/catalog/changes/price-changes.ts';
import { priceHistory } from '../src/catalog/changes/price-history.ts';
import { catalogJson } from '../src/catalog/document.ts';
import { locatedText } from '../src/catalog/problem.ts';
import type { Period } from '../src/engine/index.ts';
import fc from './arbitrary/fast-check.ts';
import { ratecard } from './command.ts';

interface Case {
  readonly name: string;
  readonly periods: readonly Period[];
  readonly before?: readonly Period[];
  readonly retired?: { date: string; source: string };
  readonly changes: readonly { date: string; kind: ChangeKind; text: string }[];
  readonly history?: readonly {
    meter: string;
    rule: string;
    steps: readonly (readonly [string | null, string | null, string | null])[];
  }[];
}
const cases = parse(readFileSync(new URL('./changes/cases.yaml', import.meta.url), 'utf8')) as readonly Case[];
const SOURCES = {
  page: { url: 'https://acme.example', retrieved: '2026-11-20' },
  sheet: { url: 'https://acme.example/sheet', retrieved: '2026-11-20' },
};

function textsOf(periods: readonly Period[], more: object = {}): Record<string, string> {
  const offer = {
    model: 'lab/small',
    model_id: 'small',
    name: 'Small',
    checked: '2026-11-20',
    ...more,
    periods,
    sources: SOURCES,
  };
  return {
    'meters.yaml': readFileSync(new URL('../data/meters.yaml', import.meta.url), 'utf8'),
    'providers/acme.yaml': stringify({
      name: 'Acme',
      kind: 'host',
      home: 'https://acme.example',
      currency: 'USD',
      sources: {},
    }),
    'models/lab/small.yaml': stringify({ name: 'Small', lab_name: 'Lab', sources: {} }),
    'offers/acme/small.yaml': stringify(offer),
  };
}

function catalogWith(periods: readonly Period[], more: object = {}): Catalog {
  const { catalog, problems } = assemble(
    Object.entries(textsOf(periods, more)).map(([path, text]) => ({ path, text })),
  );
  expect(problems.map(locatedText)).toEqual([]);
  return catalog;
}

describe('what changed', () => {
  test.each(cases)('$name', ({ periods, before, retired, changes, history }) => {
    const catalog = catalogWith(periods, retired ? { retired } : {});
    const found = [...(before ? corrections(catalogWith(before), catalog) : []), ...priceChanges(catalog)];
    expect(
      found.map((change) => ({ date: change.date, kind: change.kind, text: changeText(change, catalog.meters) })),
    ).toEqual(changes);
    if (!history) return;
    const [offer] = catalog.offers.values();
    const went = (offer ? priceHistory(offer) : []).map(({ meter, rule, steps }) => ({
      meter,
      rule,
      steps: steps.map(({ from, until, price }) => [from, until, price]),
    }));
    expect(went).toEqual(history);
  });

  test('every kind of change stands in a case', () => {
    const kinds = new Set(cases.flatMap(({ changes }) => changes.map(({ kind }) => kind)));
    expect(Object.keys(CHANGE_LABELS).filter((kind) => !kinds.has(kind as ChangeKind))).toEqual([]);
  });

  test('since is inclusive, until is not', () => {
    const catalog = catalogWith(cases[0]?.periods ?? []);
    expect(priceChanges(catalog, { since: '2026-06-01' })).toHaveLength(1);
    expect(priceChanges(catalog, { since: '2026-06-02' })).toHaveLength(0);
    expect(priceChanges(catalog, { until: '2026-06-01' })).toHaveLength(0);
    expect(priceChanges(catalog, { until: '2026-06-01T00:00:01Z' })).toHaveLength(1);
  });

  test('a span whose days cannot be read is refused', () => {
    const catalog = { offers: new Map() };
    const refusal = 'expected a date such as 2026-11-20, found June';
    expect(() => priceChanges(catalog, { since: 'June' })).toThrow(refusal);
    expect(() => priceChanges(catalog, { until: 'June' })).toThrow(refusal);
  });

  test('a step that comes is a published price', () => {
    const rate = { meter: 'input_tokens', price: '1', per: 1_000_000, source: 'page' };
    const tiers = {
      kind: 'cliff',
      subject: 'input_tokens',
      boundary: 'exclusive',
      steps: [{ over: '1000', price: '2' }],
    };
    const [before, after] = [rate, { ...rate, tiers }].map(
      (one) => ({ from: null, until: null, rates: [one] }) as Period,
    );
    const [found] = before && after ? comparePeriods(before, after) : [];
    expect(found?.args).toEqual({ meter: 'input_tokens', rule: 'above 1,000', to: '2', state: 'published' });
  });

  test('rules of a card that no schema has read may have their parts in any order', () => {
    const rates = [{ meter: 'messages', price: '1', per: 1, source: 'page' }];
    const [one, other] = [
      {
        label: 'Slow',
        factor: '0.5',
        meters: ['messages'],
        when: { service_tier: 'batch', region: 'eu' },
        source: 'page',
      },
      {
        factor: '0.5',
        when: { region: 'eu', service_tier: 'batch' },
        source: 'page',
        meters: ['messages'],
        label: 'Half',
      },
    ].map((rule): Period => ({ from: null, until: null, rates, multipliers: [rule] }));
    expect(one && other && comparePeriods(one, other)).toEqual([]);
  });

  test('of two prices alike, which a card that is checked has not, the first counts', () => {
    const rates = ['1', '2'].map((price) => ({ meter: 'messages', price, per: 1, source: 'page' }));
    const [history, ...others] = priceHistory({ periods: [{ from: null, until: null, rates }] });
    expect(history?.steps.map(({ price }) => price)).toEqual(['1']);
    expect(others).toEqual([]);
  });
});

test('the latest come first, those of a day by their offers, and the end of service has its source', () => {
  const rates = [{ meter: 'messages', price: '1', per: 1, source: 'page' }];
  const periods = [{ from: '2026-03-01', until: null, rates }] as unknown as Period[];
  const catalog = catalogWith(periods, { retired: { date: '2026-06-01', source: 'sheet' } });
  const [offer] = catalog.offers.values();
  if (!offer) throw new Error('no offer');
  const { retired: _, ...kept } = offer;
  const offers = [
    { ...offer, id: 'acme/b' },
    { ...kept, id: 'acme/c' },
    { ...offer, id: 'acme/a' },
  ];
  const found = priceChanges({ offers: new Map(offers.map((one) => [one.id, one])) });
  expect(found.map(({ date, offer, kind, args, source }) => [date, offer, kind, args, source])).toEqual([
    ['2026-06-01', 'acme/a', 'gone', { because: 'retired' }, 'sheet'],
    ['2026-06-01', 'acme/b', 'gone', { because: 'retired' }, 'sheet'],
    ['2026-03-01', 'acme/a', 'new', { rates: 1 }, undefined],
    ['2026-03-01', 'acme/b', 'new', { rates: 1 }, undefined],
    ['2026-03-01', 'acme/c', 'new', { rates: 1 }, undefined],
  ]);
  const ended = priceChanges(catalogWith([{ from: null, until: '2026-06-01', rates }] as unknown as Period[]));
  expect(ended.map(({ args }) => args)).toEqual([{ because: 'ended' }]);
});

test('an offer that the earlier catalog had not is no correction', () => {
  const catalog = catalogWith(cases[0]?.periods ?? []);
  expect(corrections({ offers: new Map() }, catalog)).toEqual([]);
});

test('a correction has the source of the price that holds, and none where none holds', () => {
  const rate = (meter: string, source: string) => ({ meter, price: '1', per: 1, source });
  const [before, now] = [rate('messages', 'page'), rate('requests', 'sheet')].map(
    (one) => [{ from: null, until: null, rates: [one] }] as unknown as Period[],
  );
  const found = corrections(catalogWith(before ?? []), catalogWith(now ?? []));
  expect(found.map(({ args, source }) => [args, source])).toEqual([
    [{ meter: 'messages', rule: '', from: '1', to: null }, undefined],
    [{ meter: 'requests', rule: '', from: null, to: '1' }, 'sheet'],
  ]);
});

describe('laws of changes', () => {
  const rate = fc.record({
    meter: fc.constantFrom('input_tokens', 'output_tokens', 'messages'),
    price: fc.constantFrom('0', '0.1', '0.35', '12'),
    per: fc.constantFrom(1, 1000, 1_000_000),
    source: fc.constant('page'),
  });
  const period = fc
    .uniqueArray(rate, { selector: ({ meter }) => meter, maxLength: 3 })
    .map((rates): Period => ({ from: null, until: null, rates }));
  const OPPOSITE: Record<ChangeKind, ChangeKind> = {
    new: 'gone',
    gone: 'new',
    up: 'down',
    down: 'up',
    added: 'removed',
    removed: 'added',
    state: 'state',
    terms: 'terms',
    corrected: 'corrected',
  };

  test('a period against itself is no change', () => {
    fc.assert(fc.property(period, (one) => comparePeriods(one, one).length === 0));
  });

  test('backwards, what rose fell and what came went', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const there = comparePeriods(a, b)
          .map(({ kind }) => OPPOSITE[kind])
          .sort();
        expect(
          comparePeriods(b, a)
            .map(({ kind }) => kind)
            .sort(),
        ).toEqual(there);
      }),
    );
  });
});

describe('the command', () => {
  const directory = mkdtempSync(join(tmpdir(), 'changes-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  const [{ periods } = { periods: [] }] = cases;
  for (const [path, text] of Object.entries(textsOf(periods))) {
    mkdirSync(dirname(join(directory, 'data', path)), { recursive: true });
    writeFileSync(join(directory, 'data', path), text);
  }
  const io = { dataDirectory: join(directory, 'data') };

  test('lists changes with their dates', () => {
    const { code, out } = ratecard(['changes'], io);
    expect({ code, out }).toEqual({
      code: 0,
      out: '1 Jun 2026  acme/small  1M input tokens up from $0.35 to $0.42 (20%)',
    });
  });

  test('as JSON, with what it is about', () => {
    const { changes } = JSON.parse(ratecard(['changes', '--format', 'json'], io).out) as { changes: object[] };
    const args = { meter: 'input_tokens', rule: '', from: '0.35', to: '0.42', percent: '20' };
    expect(changes).toEqual([
      {
        kind: 'up',
        args,
        source: 'page',
        date: '2026-06-01',
        offer: 'acme/small',
        provider: 'acme',
        model: 'lab/small',
        currency: 'USD',
      },
    ]);
  });

  test('says so when nothing changed, and what is wrong with a date or a file', () => {
    expect(ratecard(['changes', '--since', '2026-06-02'], io)).toEqual({
      code: 0,
      out: '',
      err: 'nothing changed since 2 Jun 2026',
    });
    expect(ratecard(['changes', '--since', 'June'], io)).toMatchObject({ code: 2, out: '' });
    const { code, err } = ratecard(['changes', '--against', 'x.json'], {
      ...io,
      readFile: () => '{"schema":"other/1"}',
    });
    expect({ code, err }).toEqual({
      code: 1,
      err: 'cannot read x.json as a catalog (expected a document of schema ratecard.catalog/1, found other/1); expected a file written by ratecard export json',
    });
  });

  test('finds what an earlier catalog had otherwise', () => {
    const [first, second] = periods;
    const [old] = first?.rates ?? [];
    if (!first || !second || !old) throw new Error('the first case has two periods');
    const wrong = catalogWith([{ ...first, rates: [{ ...old, price: '0.53' } as typeof old] }, second]);
    const { out } = ratecard(['changes', '--against', 'old.json'], { ...io, readFile: () => catalogJson(wrong, '1') });
    expect(out.split('\n')[0]).toBe('20 Nov 2026  acme/small  1M input tokens corrected from $0.53 to $0.35');
  });
});
