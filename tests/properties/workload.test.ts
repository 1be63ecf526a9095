import { describe, expect, test, vi } from 'vitest';
import { Decimal } from '../../src/engine/decimal.ts';
import type { Gap, Offer } from '../../src/engine/index.ts';
import { tryPriceUsage } from '../../src/engine/index.ts';
import * as pricing from '../../src/engine/price-usage.ts';
import { pricingOf, requireWork } from '../../src/workload/estimate.ts';
import { estimate, mostRequests, solve, type Workload } from '../../src/workload/index.ts';
import { pointAt } from '../../src/workload/point.ts';
import { pricePoint } from '../../src/workload/price-point.ts';
import { totalOrWhy } from '../../src/workload/total.ts';
import { drawFrom, enough, fewer, mulberry32, SEED } from '../arbitrary/draw.ts';
import fc from '../arbitrary/fast-check.ts';
import { questionFrom } from '../arbitrary/questions.ts';
import { offerOf } from '../workload-offers.ts';

const AT = { at: '2026-11-20' };
const card = offerOf('tokens', {
  rates: [
    { meter: 'input_tokens', price: '3', per: 1_000_000 },
    { meter: 'cache_read_tokens', price: '0.3', per: 1_000_000 },
    { meter: 'cache_write_5m_tokens', price: '3.75', per: 1_000_000 },
    { meter: 'output_tokens', price: '15', per: 1_000_000 },
  ],
});

/** The sum of a meter over all requests of an estimate, in whole numbers. */
function sumOf(workload: Workload, meter: string): bigint {
  return estimate(card, workload, AT).steps.reduce(
    (sum, { usage, requests }) => sum + BigInt(usage[meter] ?? '0') * BigInt(requests),
    0n,
  );
}

const tokens = fc.nat(5000);
const few = fc.integer({ min: 1, max: 60 });

describe('closed forms against expansion', () => {
  test('a chat of n turns reads n S + U n (n + 1) / 2 + A n (n - 1) / 2', () => {
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 1e9 }), tokens, tokens, tokens, (n, conversations, s, u, a) => {
        const work: Workload = {
          kind: 'chat',
          conversations,
          turns: n,
          system_tokens: s,
          message_tokens: u,
          answer_tokens: a,
          history: 'all',
        };
        const once = n * s + (u * n * (n + 1)) / 2 + (a * n * (n - 1)) / 2;
        expect(sumOf(work, 'input_tokens')).toBe(BigInt(once) * BigInt(conversations));
        expect(sumOf(work, 'output_tokens')).toBe(BigInt(n * a) * BigInt(conversations));
      }),
      { numRuns: fewer(150) },
    );
  });

  test('an agent of n steps reads n B + G n (n - 1) / 2, of which B + (n - 1) G fresh when cached', () => {
    fc.assert(
      fc.property(few, tokens, tokens, tokens, (n, base, out, result) => {
        const work: Workload = {
          kind: 'agent',
          tasks: 3,
          steps: n,
          system_tokens: base,
          tool_schema_tokens: 0,
          task_tokens: 0,
          step_output_tokens: out,
          tool_result_tokens: result,
          cache_ttl_minutes: 5,
          step_minutes: 1,
        };
        const growth = out + result;
        const all = n * base + (growth * n * (n - 1)) / 2;
        expect(sumOf(work, 'input_tokens')).toBe(BigInt(3 * all));
        expect(sumOf(work, 'cache_write_5m_tokens')).toBe(BigInt(3 * (base + (n - 1) * growth)));
        expect(sumOf(work, 'cache_read_tokens')).toBe(BigInt(3 * (all - base - (n - 1) * growth)));
      }),
      { numRuns: fewer(150) },
    );
  });

  test('a million conversations take as many steps of work as one', () => {
    const counted = (conversations: number): { steps: number; calls: number } => {
      const spy = vi.spyOn(pricing, 'tryPriceUsage');
      const work: Workload = {
        kind: 'chat',
        conversations,
        turns: 7,
        system_tokens: 10,
        message_tokens: 10,
        answer_tokens: 10,
        history: 'all',
      };
      const { steps } = estimate(card, work, AT);
      const calls = spy.mock.calls.length;
      spy.mockRestore();
      return { steps: steps.length, calls };
    };
    expect(counted(1)).toEqual({ steps: 7, calls: 1 });
    expect(counted(1_000_000)).toEqual(counted(1));
  });
});

const gapsIn = ({ months }: ReturnType<typeof pricePoint>): readonly Gap[] =>
  months.flatMap(({ bills }) => bills.flatMap(({ gaps }) => gaps));
const gapsOf = (gaps: readonly Gap[]): string[] => gaps.map((one) => JSON.stringify(one)).sort();

describe('the quick way of rankings', () => {
  test('comes to what the bills of all groups come to, on any card', () => {
    let priced = 0;
    for (let index = 0; index < fewer(1500); index += 1) {
      const { offer, options } = questionFrom(drawFrom(mulberry32(SEED * 11 + index)));
      const { days: _, ...rest } = options;
      const work = requireWork({
        kind: 'chat',
        conversations: 1 + (index % 7),
        turns: 1 + (index % 5),
        system_tokens: index % 1001,
        message_tokens: 100,
        answer_tokens: 60,
        history: 'all',
        cache_ttl_minutes: 5,
        think_minutes: 1,
        web_searches_per_turn: index % 2,
      });
      const asked = pricingOf(offer, rest);
      let plain: ReturnType<typeof pricePoint>;
      try {
        plain = pricePoint(pointAt(work, new Map()), asked);
      } catch {
        continue;
      }
      const quick = totalOrWhy(pointAt(work, new Map()), asked);
      expect('total' in quick ? quick.total.toFixed() : null).toBe(plain.total?.toFixed() ?? null);
      if ('blocked' in quick) expect(gapsOf(quick.blocked.gaps)).toEqual(gapsOf(gapsIn(plain)));
      if (plain.total !== null) priced += 1;
    }
    expect(priced).toBeGreaterThan(enough(100));
  });

  test('with the fee for buying credit, and with the reasons of what has no price', () => {
    const counts = { funded: 0, gaps: 0 };
    for (let index = 0; index < fewer(600); index += 1) {
      const draw = drawFrom(mulberry32(SEED * 17 + index));
      const { funding } = questionFrom(draw).offer;
      const rates = [
        { meter: 'input_tokens', price: `0.${1 + (index % 97)}`, per: 1_000_000 },
        { meter: 'output_tokens', price: `${index % 13}.5`, per: index % 2 ? 1_000_000 : 3000 },
        { meter: 'cache_read_tokens', ...(index % 3 ? { price: '0.01', per: 1000 } : { state: 'unpublished' }) },
        ...(index % 5 ? [{ meter: 'messages', price: '0.0019', per: 1 }] : []),
        ...(index % 7 ? [{ meter: 'web_searches', state: 'included' }] : []),
      ];
      const offer = { ...offerOf('card', { rates }), ...(funding ? { funding } : {}) };
      const work = requireWork({
        kind: 'chat',
        conversations: 10 ** (index % 7),
        turns: 2 + (index % 4),
        system_tokens: 500,
        message_tokens: index % 101,
        answer_tokens: 60,
        history: 'all',
        ...(index % 4 ? { cache_ttl_minutes: 30, think_minutes: 1, cache_hit_percent: 90 } : {}),
        web_searches_per_turn: index % 2,
      });
      const asked = pricingOf(offer, { ...AT, fees: index % 11 > 0 });
      const plain = pricePoint(pointAt(work, new Map()), asked);
      const quick = totalOrWhy(pointAt(work, new Map()), asked);
      expect('total' in quick ? quick.total.toFixed() : null).toBe(plain.total?.toFixed() ?? null);
      if ('blocked' in quick) expect(gapsOf(quick.blocked.gaps)).toEqual(gapsOf(gapsIn(plain)));
      if (plain.months[0]?.bills[0]?.fees.length && plain.total) counts.funded += 1;
      if ('blocked' in quick) counts.gaps += 1;
    }
    expect(counts.funded).toBeGreaterThan(enough(50));
    expect(counts.gaps).toBeGreaterThan(enough(50));
  });
});

describe('the most requests for a budget', () => {
  const costOf = (offer: Offer, usage: object, options: object, requests: string): Decimal | null => {
    const result = tryPriceUsage(offer, [{ usage: usage as never, requests }], options as never);
    if (!('bill' in result)) return null;
    const total = result.bill.converted ? result.bill.converted.total : result.bill.total;
    return total === null ? null : new Decimal(total);
  };

  test('fit into it, and one more does not, on any card', () => {
    let answered = 0;
    for (let index = 0; index < fewer(1500); index += 1) {
      const { offer, groups, options } = questionFrom(drawFrom(mulberry32(SEED * 13 + index)));
      const usage = groups[0]?.usage ?? {};
      const budget = ['0', '1', '0.05', '12.34', '1000', '999999'][index % 6] ?? '1';
      let found: ReturnType<typeof mostRequests>;
      try {
        found = mostRequests(offer, usage, budget, options);
      } catch {
        continue;
      }
      if (found.kind !== 'most') continue;
      answered += 1;
      const at = costOf(offer, usage, options, found.units.toFixed());
      const next = costOf(offer, usage, options, found.units.plus(1).toFixed());
      expect(at?.lte(budget), `case ${index}: ${found.units.toFixed()}`).toBe(true);
      expect(next === null || next.gt(budget), `case ${index}: one more than ${found.units.toFixed()}`).toBe(true);
    }
    expect(answered).toBeGreaterThan(enough(300));
  });

  test('are the most of all, where every number is tried', () => {
    let answered = 0;
    const missed: string[] = [];
    for (let index = 0; index < fewer(600); index += 1) {
      const { offer, groups, options } = questionFrom(drawFrom(mulberry32(SEED * 17 + index)));
      const usage = groups[0]?.usage ?? {};
      const one = costOf(offer, usage, options, '40');
      if (!one || one.isZero()) continue;
      const budget = one.toDecimalPlaces(20, Decimal.ROUND_UP).toFixed();
      if (budget.length > 50) continue;
      const found = mostRequests(offer, usage, budget, options);
      if (found.kind !== 'most' || found.units.gt(120)) continue;
      answered += 1;
      let most = 0;
      for (let n = 0; n <= 130; n += 1) if (costOf(offer, usage, options, String(n))?.lte(budget)) most = n;
      if (most !== found.units.toNumber()) missed.push(`case ${index}: ${found.units.toFixed()}, not ${most}`);
    }
    expect(answered).toBeGreaterThan(enough(50));
    expect(missed).toEqual([]);
  });

  test('hold for conversations as for requests', () => {
    let answered = 0;
    for (let index = 0; index < fewer(500); index += 1) {
      const { offer, options } = questionFrom(drawFrom(mulberry32(SEED * 19 + index)));
      const { days: _, ...rest } = options;
      const work: Workload = {
        kind: 'chat',
        conversations: 1,
        turns: 1 + (index % 4),
        system_tokens: index * 7,
        message_tokens: 50,
        answer_tokens: 80,
        history: 'all',
        failed_percent: 10,
        failed_billed: true,
        failed_output_percent: 50,
      };
      const totalAt = (conversations: string): Decimal | null => {
        if (conversations === '0') return new Decimal(0);
        const { months } = estimate(offer, { ...work, conversations }, rest);
        return months[0]?.total ? new Decimal(months[0].total) : null;
      };
      let solved: ReturnType<typeof solve>;
      try {
        solved = solve(offer, work, '7.5', rest);
      } catch {
        continue;
      }
      if (solved.most === null || solved.most === '0') continue;
      answered += 1;
      const next = totalAt(String(BigInt(solved.most) + 1n));
      expect(totalAt(solved.most)?.lte('7.5'), `case ${index}: ${solved.most}`).toBe(true);
      expect(next === null || next.gt('7.5'), `case ${index}: one more than ${solved.most}`).toBe(true);
    }
    expect(answered).toBeGreaterThan(enough(25));
  });
});
