import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Decimal } from '../src/engine/decimal.ts';
import type { Usage } from '../src/engine/index.ts';
import { changes } from '../src/workload/changes.ts';
import { requireWork } from '../src/workload/estimate.ts';
import {
  mostRequests,
  type Solved,
  type SolveOptions,
  solve,
  type Workload,
  waysToPay,
} from '../src/workload/index.ts';
import { mostWithin } from '../src/workload/most-within.ts';
import { sharesRepeatAfter } from '../src/workload/shares-repeat.ts';
import { type CaseOffer, offerOf } from './workload-offers.ts';

interface Case {
  readonly name: string;
  readonly offer: string;
  readonly work: Workload;
  readonly budget: string;
  readonly options?: Partial<SolveOptions>;
  readonly solved: Partial<Solved>;
}

interface RequestCase {
  readonly name: string;
  readonly offer: string;
  readonly usage: Usage;
  readonly budget: string;
  readonly options?: object;
  readonly most: object;
}

const { offers, cases, requests } = parse(
  readFileSync(new URL('./cases-workload/solve.yaml', import.meta.url), 'utf8'),
) as {
  offers: Record<string, CaseOffer>;
  cases: readonly Case[];
  requests: readonly RequestCase[];
};
const AT = { at: '2026-11-20' };

describe('the most equal requests for a budget', () => {
  test.each(requests.map((one) => [one.name, one] as const))('%s', (_name, { offer, usage, budget, options, most }) => {
    const { kind, ...amounts } = mostRequests(offerOf(offer, offers[offer] ?? {}), usage, budget, {
      ...AT,
      ...options,
    });
    const shown = Object.entries(amounts).map(([key, amount]) => [key, amount?.toFixed() ?? null]);
    expect({ kind, ...Object.fromEntries(shown) }).toEqual(most);
  });

  test.each(['lots', '-1', '1e3', ''])('not for "%s"', (budget) => {
    const offer = offerOf('fixed', offers['fixed'] ?? {});
    const says = `the budget is "${budget}"; expected an amount of money such as "500" or "99.50"`;
    const refused = (problem: string) => expect.objectContaining({ message: `${problem}: ${says}` });
    expect(() => mostRequests(offer, {}, budget, AT)).toThrow(refused('budget'));
    expect(() => solve(offer, { kind: 'requests', requests: 1 }, budget, AT)).toThrow(refused('budget'));
    expect(() => waysToPay({}, budget, 1)).toThrow(refused('spending'));
  });

  test('on a card whose tiers are stated as undefined', () => {
    const offer = offerOf('any', { rates: [{ meter: 'requests', price: '1', per: 1, tiers: undefined }] });
    expect(mostRequests(offer, {}, '5', AT)).toMatchObject({ kind: 'most', units: new Decimal(5) });
  });

  test('not of an offer without prices at the date, nor of usage that cannot be read', () => {
    const later = offerOf('later', { periods: [{ from: '2027-01-01', until: null, rates: [] }] });
    expect(() => mostRequests(later, {}, '1', AT)).toThrow('p/later');
    expect(() => mostRequests(offerOf('any', { rates: [] }), { input_tokens: '-1' }, '1', AT)).toThrow('input_tokens');
  });
});

describe('the most work for a budget', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { offer, work, budget, options, solved }) => {
    const find = (id: string) => offerOf(id.replace('p/', ''), offers[id.replace('p/', '')] ?? {});
    // The offer that is asked about need not be among the others.
    const others = (id: string) => (id === `p/${offer}` ? undefined : find(id));
    const asked = { ...AT, offers: others, ...options };
    expect(solve(find(offer), work, budget, asked)).toMatchObject(solved);
  });
});

describe('where something changes as the units grow', () => {
  const tens = (units: Decimal): string => units.divToInt(10).toFixed();
  const found = (low: number, high: number, most?: number): number[] =>
    changes(tens, new Decimal(low), new Decimal(high), most).map((units) => units.toNumber());

  test('is found at each place, the first of them where no more are asked for', () => {
    expect(found(3, 40)).toEqual([10, 20, 30, 40]);
    expect(found(10, 39)).toEqual([20, 30]);
    expect(found(3, 40, 2)).toEqual([10, 20]);
    expect([found(3, 9), found(20, 20), found(30, 3), found(3, 40, 0)]).toEqual([[], [], [], []]);
  });
});

describe('shares in whole units', () => {
  const repeats = (...shares: string[]): number =>
    sharesRepeatAfter(
      requireWork({
        kind: 'mix',
        volume: 1,
        parts: shares.map((share_percent) => ({ share_percent, workload: { kind: 'requests' } })),
      }),
    ).toNumber();

  test('repeat after as few units as all of them come to whole numbers in', () => {
    expect([repeats('100'), repeats('50', '50'), repeats('60', '40'), repeats('50', '30', '20')]).toEqual([
      1, 2, 5, 10,
    ]);
    expect([repeats('12.5', '87.5'), repeats('33', '67'), repeats('33.3', '66.7')]).toEqual([8, 100, 100]);
  });
});

describe('the most units within a budget', () => {
  const n = (value: number): Decimal => new Decimal(value);
  const most = (cost: (units: Decimal) => Decimal, guess = 0, falls: number[] = []): string => {
    const found = mostWithin(cost, n(100), n(1000), { falls: () => falls.map(n) }, n(guess));
    return found.kind === 'most' ? found.units.toFixed() : found.kind;
  };
  const each =
    (price: string) =>
    (units: Decimal): Decimal =>
      units.times(price);

  test.each([0, 1, 49, 50, 51, 600, 999, 1000, 5000])('is found from a guess of %i', (guess) => {
    expect(most(each('2'), guess)).toBe('50');
    // 999 cost 99.9999, and 1000 would cost 100.1
    expect(most(each('0.1001'), guess)).toBe('999');
    expect(most(each('0.1'), guess)).toBe('unlimited');
    expect(most(() => n(101), guess)).toBe('none');
  });

  test.each([[[40, 80]], [[80, 40]]])('is the last where a bill falls again, of %j', (falls) => {
    const tiers = (units: Decimal): Decimal =>
      units.lt(40) ? units.times(3) : units.lt(45) ? n(90) : units.lt(80) ? n(200) : units;
    expect(most(tiers, 0, falls)).toBe('100');
  });

  test('of what repeats after so many units, is looked for in as many', () => {
    // every third is cheap, and the others cost ten more; at 60 all cost 100 more, and at 70 30 less
    const cost = (units: Decimal): Decimal => {
      const base = units.plus(units.mod(3).isZero() ? 0 : 10);
      return units.gte(70) ? base.minus(30) : units.gte(60) ? base.plus(100) : base;
    };
    const found = mostWithin(cost, n(75), n(1000), { falls: () => [n(60), n(70)], repeats: n(3) }, n(1));
    expect(found).toEqual({ kind: 'most', units: n(105), cost: n(75), next: n(86) });
    const below = mostWithin(
      (units) => cost(units).plus(41),
      n(100),
      n(69),
      { falls: () => [n(60)], repeats: n(3) },
      n(1),
    );
    expect(below).toEqual({ kind: 'most', units: n(57), cost: n(98), next: n(109) });
  });

  test('no fall below what fits already, or beyond what is counted, is tried', () => {
    expect(most((units) => (units.gt(1000) ? n(0) : units.times(2)), 0, [10, 2000])).toBe('50');
  });
});
