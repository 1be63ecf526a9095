import { describe, expect, test } from 'vitest';
import { Decimal } from '../src/engine/decimal.ts';
import type { Bill, Funding } from '../src/engine/index.ts';
import { billShape } from '../src/workload/bill-shape.ts';
import { type Growing, type MonthBills, turningOf } from '../src/workload/falls.ts';

type Line = readonly [rate: string, amount: string];
type Fee = readonly [kind: string, rule: string, amount: string];

interface Told {
  readonly offer?: string;
  readonly lines?: readonly Line[];
  readonly fees?: readonly Fee[];
  readonly gaps?: readonly (readonly [meter: string, reason: string])[];
  readonly total?: string;
  readonly fee?: string;
}

/** A bill of which only what decides its shape and what pays for it is told. */
function billOf({ offer = 'acme/a', lines = [], fees = [], gaps = [], total = '0', fee = '0' }: Told): Bill {
  return {
    offer,
    lines: lines.map(([rate, amount]) => ({ rate, amount })),
    fees: fees.map(([kind, rule, amount]) => ({ kind, rule, amount })),
    gaps: gaps.map(([meter, reason]) => ({ meter, reason })),
    usage_total: total,
    fees_total: fee,
  } as unknown as Bill;
}

test.each<[Told, string]>([
  [
    {
      lines: [
        ['r1', '3'],
        ['r2', '0'],
      ],
    },
    'r1; r2 for nothing',
  ],
  [
    {
      lines: [['r1', '3']],
      fees: [
        ['percent', 'p', '1'],
        ['minimum', 'm', '0'],
        ['commitment', 'c', '2'],
        ['credit', 'x', '-1'],
        ['rounding', 'y', '0.001'],
        ['recurring', 'z', '9'],
      ],
    },
    'r1; p; m for nothing; c',
  ],
  [{ gaps: [['messages', 'no_rate']] }, 'messages no_rate'],
  [{}, ''],
])('the shape of %j is %j', (told, shape) => {
  expect(billShape(billOf(told))).toBe(shape);
});

const AT = { at: '2026-11-20' };

describe('where the bills of more units may be lower', () => {
  const upTo = (units: Decimal, ...ends: readonly number[]): string => `r${ends.filter((end) => units.gt(end)).length}`;
  const tiers =
    (...ends: readonly number[]): MonthBills =>
    (units) => [billOf({ lines: [[upTo(units, ...ends), '1']], total: units.toFixed() })];
  const step: Funding = {
    method: 'card',
    fee: { percent: '5', fixed: '1', charged: 'on_top' },
    purchase: { step: '10' },
    source: 'page',
  };
  const { fee: _, ...free } = step;
  const fallsOf = (growing: Partial<Growing>, from = 0): number[] => {
    const whole: Growing = {
      months: [],
      unfunded: (units) => units,
      fundingOf: () => [],
      options: AT,
      budget: new Decimal(35),
      repeats: new Decimal(1),
      ...growing,
    };
    const { falls, repeats } = turningOf(whole);
    expect(repeats).toBe(whole.repeats);
    return [...new Set(falls(new Decimal(from)).map((units) => units.toNumber()))].sort((a, b) => a - b);
  };

  test.each<[string, Partial<Growing>, number, number[]]>([
    ['none where nothing changes', { months: [tiers()] }, 0, []],
    ['behind each step, of every month', { months: [tiers(10, 20), tiers(15)] }, 0, [11, 16, 21]],
    ['only behind what is asked from', { months: [tiers(10, 20)] }, 12, [21]],
    [
      'where one of two offers changes',
      { months: [(units) => [...tiers(10)(units), billOf({ offer: 'acme/b', lines: [[upTo(units, 5), '1']] })]] },
      0,
      [6, 11],
    ],
    ['where there is no bill any more', { months: [(units) => (units.gt(7) ? ['too much'] : tiers()(units))] }, 0, [8]],
    [
      'where a larger purchase begins, as far as the budget reaches',
      { months: [tiers()], fundingOf: () => [step] },
      0,
      [1, 11, 21, 31],
    ],
    [
      'behind each step, purchases and all',
      { months: [tiers(12, 25)], fundingOf: () => [step] },
      0,
      [1, 11, 13, 21, 26, 31],
    ],
    ['of purchases only behind what is asked from', { months: [tiers()], fundingOf: () => [step] }, 12, [21, 31]],
    [
      'of no purchases where no fee is counted',
      { months: [tiers()], fundingOf: () => [step], options: { ...AT, fees: false } },
      0,
      [],
    ],
    [
      'of no purchases whose size is told',
      { months: [tiers()], fundingOf: () => [step], options: { ...AT, top_up: '10' } },
      0,
      [],
    ],
    ['of no purchases without a fee', { months: [tiers()], fundingOf: () => [free] }, 0, []],
    [
      'of no purchases that come in any size',
      { months: [tiers()], fundingOf: () => [{ ...step, purchase: { minimum: '5' } }] },
      0,
      [],
    ],
    [
      'of no purchases where not even the first unit is paid for',
      { months: [tiers()], fundingOf: () => [step], budget: new Decimal('0'), unfunded: (units) => units.plus(1) },
      0,
      [],
    ],
    [
      'of the purchases of one offer of two',
      {
        months: [(units) => [...tiers()(units), billOf({ offer: 'acme/b', total: units.toFixed() })]],
        fundingOf: (offer) => (offer === 'acme/b' ? [step] : []),
      },
      0,
      [1, 11, 21, 31],
    ],
  ])('%s', (_, growing, from, expected) => {
    expect(fallsOf(growing, from)).toEqual(expected);
  });
});
