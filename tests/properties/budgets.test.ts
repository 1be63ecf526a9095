import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/engine/decimal.ts';
import { type BillOptions, tryPriceUsage } from '../../src/engine/index.ts';
import { pricingOf, requireWork } from '../../src/workload/estimate.ts';
import { mostRequests, type SolveOptions, solve, type Workload, type WorkOffer } from '../../src/workload/index.ts';
import { pointOf } from '../../src/workload/point.ts';
import { pricePoint } from '../../src/workload/price-point.ts';
import { type Draw, drawFrom, enough, fewer, mulberry32, SEED } from '../arbitrary/draw.ts';
import { offerOf } from '../workload-offers.ts';

/** Every number of units up to here is priced. */
const TRIED = 160;

/** A case is some hundred bills. */
const priced = (usual: number): number => Math.ceil(fewer(usual * 10) / 10);
const METERS = ['messages', 'input_tokens', 'cache_read_tokens', 'output_tokens'] as const;
const SPANS = ['month', 'day', 'month', 'year'] as const;

function tiersFor(draw: Draw, price: number): object {
  if (draw.chance(25)) return {};
  const first = 1 + draw.below(60);
  const over = [first, first + 1 + draw.below(60)].slice(draw.below(2));
  const steps = over.map((one, index) => ({
    over: String(one),
    price: String(price - (index + 1) * draw.pick([1, 2, 3])),
  }));
  const kind = draw.pick(['volume', 'volume', 'graduated']);
  const span = draw.pick(SPANS);
  const boundary = draw.pick(['exclusive', 'inclusive']);
  return {
    tiers: kind === 'graduated' ? { kind, span, steps } : { kind, span, boundary, subject: draw.pick(METERS), steps },
  };
}

/** A period whose tiers, commitments and minimums all lie among small counts. */
function periodFor(draw: Draw): { rates: object[] } & object {
  const rates = METERS.map((meter) => {
    const price = draw.pick([8, 9, 12]);
    return draw.chance(40)
      ? { meter, state: 'included' }
      : { meter, price: String(price), per: 1, ...tiersFor(draw, price) };
  });
  const rule = { label: 'r', source: 's', span: draw.pick(SPANS) };
  return {
    rates,
    ...(draw.chance(25)
      ? { commitments: [{ ...rule, meter: draw.pick(METERS), quantity: String(1 + draw.below(50)), term: 'P1M' }] }
      : {}),
    ...(draw.chance(15) ? { minimums: [{ ...rule, amount: String(draw.below(300)) }] } : {}),
    ...(draw.chance(15)
      ? { allowances: [{ ...rule, meters: [draw.pick(METERS)], quantity: String(1 + draw.below(30)) }] }
      : {}),
    ...(draw.chance(15) ? { credits: [{ ...rule, amount: String(draw.below(100)) }] } : {}),
  };
}

function offerFor(draw: Draw, name: string): WorkOffer {
  const change = '2026-12-05';
  const one = (from: string | null, until: string | null) => ({ from, until, ...periodFor(draw) });
  const periods = draw.chance(30) ? [one(null, change), one(change, null)] : [one(null, null)];
  const fee = { fixed: String(1 + draw.below(20)), percent: '5', charged: 'on_top' } as const;
  const purchase = { step: String(1 + draw.below(80)) };
  return offerOf(name, {
    periods,
    ...(draw.chance(25) ? { funding: [{ method: 'card', fee, purchase, source: 's' }] } : {}),
  });
}

function usedBefore(draw: Draw): Partial<BillOptions> {
  if (draw.chance(60)) return {};
  return { used_before: { usage: { [draw.pick(METERS)]: draw.below(60) }, cost: String(draw.below(100)) } };
}

/** The most units within a budget by trying all; null where the search might have gone further than that. */
function triedOut(costs: readonly (Decimal | null)[], budget: Decimal): number | null {
  const most = costs.findLastIndex((cost) => cost?.lte(budget) ?? false);
  return most > TRIED / 2 ? null : most;
}

/** A budget that some number of units costs, so that it is on an edge. */
function budgetFrom(draw: Draw, costs: readonly (Decimal | null)[]): Decimal | null {
  return costs[1 + draw.below(40)]?.toDecimalPlaces(12, Decimal.ROUND_UP) ?? null;
}

describe('the most for a budget, where every number is tried and what changes a bill lies among them', () => {
  test('equal requests', () => {
    let answered = 0;
    const missed: string[] = [];
    for (let index = 0; index < priced(300); index += 1) {
      const draw = drawFrom(mulberry32(SEED * 23 + index));
      const offer = offerFor(draw, 'one');
      const usage = Object.fromEntries(draw.some(METERS, 60).map((meter) => [meter, 1 + draw.below(2)]));
      const options = { at: '2026-11-20', days: 1 + draw.below(3), ...usedBefore(draw) };
      const costs = Array.from({ length: TRIED + 1 }, (_, requests) => {
        const result = tryPriceUsage(offer, [{ usage, requests }], options);
        return 'bill' in result && result.bill.total !== null ? new Decimal(result.bill.total) : null;
      });
      const budget = budgetFrom(draw, costs);
      const most = budget && triedOut(costs, budget);
      if (!budget || most === null) continue;
      answered += 1;
      const found = mostRequests(offer, usage, budget.toFixed(), options);
      const units = found.kind === 'most' ? found.units.toNumber() : -1;
      if (units !== most) missed.push(`case ${index}: ${units}, not ${most}`);
    }
    expect(answered).toBeGreaterThan(enough(100));
    expect(missed).toEqual([]);
  });

  test('work over months, in parts on several offers', () => {
    let answered = 0;
    const missed: string[] = [];
    for (let index = 0; index < priced(100); index += 1) {
      const draw = drawFrom(mulberry32(SEED * 29 + index));
      const [one, other] = [offerFor(draw, 'one'), offerFor(draw, 'other')];
      const find = (id: string): WorkOffer | undefined => [one, other].find((offer) => offer.id === id);
      const usage = { input_tokens: 2, cache_read_tokens: draw.below(3), output_tokens: draw.below(2) };
      // what is not used of a commitment falls as work grows, in no step with months that are rounded to whole units
      const isBound = [one, other].some(({ periods }) => periods.some(({ commitments }) => commitments));
      const time = { months: 1 + draw.below(3), growth_percent: isBound ? 100 : draw.pick([0, 50, 100]) };
      const share = draw.pick([100, 60, 30]);
      const workFor = (volume: number): Workload =>
        share === 100
          ? { kind: 'requests', requests: volume, ...usage, ...time }
          : {
              kind: 'mix',
              volume,
              ...time,
              parts: [
                { share_percent: share, workload: { kind: 'requests', ...usage } },
                { share_percent: 100 - share, offer: other.id, workload: { kind: 'requests', ...usage } },
              ],
            };
      const span = draw.pick(['month', 'horizon']);
      const options: SolveOptions = { at: '2026-11-20', offers: find, ...usedBefore(draw) };
      const costs = Array.from({ length: TRIED + 1 }, (_, volume) => {
        if (volume === 0) return null;
        const { total, months } = pricePoint(pointOf(requireWork(workFor(volume))), pricingOf(one, options));
        return (span === 'month' ? months[0]?.total : total) ?? null;
      });
      const budget = budgetFrom(draw, costs);
      const most = budget && triedOut(costs, budget);
      if (!budget || most === null || most === -1) continue;
      answered += 1;
      const solved = solve(one, workFor(1), budget.toFixed(), { ...options, budget_for: span });
      if (solved.most !== String(most)) missed.push(`case ${index}: ${solved.most}, not ${most}`);
    }
    expect(answered).toBeGreaterThan(enough(40));
    expect(missed).toEqual([]);
  });
});
