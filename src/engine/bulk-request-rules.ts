import { CHUNK_ROWS, type Rows } from './bulk-rows.ts';
import type { BulkShare } from './bulk-share.ts';
import type { Conditions } from './condition.ts';
import type { BillContext } from './context.ts';
import { Decimal } from './decimal.ts';
import { multiply } from './multiplier.ts';
import { add } from './piece.ts';
import { type RequestTotals, requestRules, totalsFor } from './request-rule.ts';
import type { RoundingMode } from './rounding.ts';
import { priceAt } from './tier.ts';

/** Works out what each row costs, in units of a fixed power of ten, and what its rules make of it. */
export interface BulkRequestRules {
  readonly begin: (rows: number) => RowCosts;
}

export interface RowCosts {
  /** Adds what a share bills to each row's cost. */
  readonly add: (share: BulkShare, billed: Rows, steps: Int8Array | null, rows: number) => void;
  /** Whether every cost is still an exact binary integer. */
  readonly fits: () => boolean;
  /** Applies the rules to each row and adds the results to the totals. */
  readonly settle: (totals: Map<string, RequestTotals>) => void;
}

const MOST = Number.MAX_SAFE_INTEGER / CHUNK_ROWS;
const MOST_PLACES = 15;

/** The request rules for the fast lane; null where the card has none, `unfit` where they need decimals. */
export function bulkRequestRules(
  shares: readonly BulkShare[],
  conditions: Conditions,
  context: BillContext,
): BulkRequestRules | null | 'unfit' {
  const rules = requestRules(context.card.period, conditions, context.at.ms);
  if (!rules) return null;
  const units = new Map<BulkShare, readonly Decimal[]>();
  for (const share of shares) {
    const { rate } = share;
    if (rate.state !== 'published') continue;
    if (rate.tiers && !share.cliff) return 'unfit';
    const prices = Array.from({ length: share.stepsOf ?? 1 }, (_, slot) =>
      priceAt(rate, slot - 1).amount(new Decimal(1)),
    );
    if (prices.some(({ rounded }) => rounded)) return 'unfit';
    units.set(
      share,
      prices.map(({ value }) => multiply(value, rate, conditions, context).amount),
    );
  }
  const increment = rules.rounding ? new Decimal(rules.rounding.increment) : null;
  const minimum = rules.minimum ? new Decimal(rules.minimum.amount) : null;
  const all = [...[...units.values()].flat(), ...(increment ? [increment] : []), ...(minimum ? [minimum] : [])];
  const places = Math.max(0, ...all.map((value) => value.decimalPlaces()));
  if (places > MOST_PLACES) return 'unfit';
  const scale = new Decimal(10).pow(places);
  const scaled = (value: Decimal): number => Number(value.times(scale).toFixed());
  if (all.some((value) => value.times(scale).gt(MOST))) return 'unfit';
  const unitOf = new Map([...units].map(([share, values]) => [share, values.map(scaled)]));
  const step = increment ? scaled(increment) : null;
  const least = minimum ? scaled(minimum) : 0;
  const mode = rules.rounding?.mode ?? 'up';
  const costs = new Float64Array(CHUNK_ROWS);

  return {
    begin: (rows) => {
      costs.fill(0, 0, rows);
      return {
        add: (share, billed, steps, count) => {
          const prices = unitOf.get(share);
          if (!prices) return;
          for (let row = 0; row < count; row += 1) {
            costs[row] = (costs[row] ?? 0) + (billed[row] ?? 0) * (prices[steps ? (steps[row] ?? -1) + 1 : 0] ?? 0);
          }
        },
        fits: () => costs.subarray(0, rows).every((cost) => cost + (step ?? 0) <= MOST),
        settle: (totals) => {
          let rounded = 0;
          let raised = 0;
          let isRounded = false;
          let isRaised = false;
          for (let row = 0; row < rows; row += 1) {
            const cost = costs[row] ?? 0;
            if (cost === 0) continue;
            const one = step === null ? cost : ROUND[mode](cost, step);
            isRounded ||= one !== cost;
            isRaised ||= one < least;
            rounded += one;
            raised += Math.max(one, least);
          }
          const own = totalsFor(totals, conditions);
          own.isRounded ||= isRounded;
          own.isRaised ||= isRaised;
          own.rounded = add(own.rounded, new Decimal(rounded).div(scale));
          own.raised = add(own.raised, new Decimal(raised).div(scale));
        },
      };
    },
  };
}

/** Rounding of a whole number to a multiple of another. */
const ROUND: Record<RoundingMode, (value: number, step: number) => number> = {
  up: (value, step) => (value % step === 0 ? value : value - (value % step) + step),
  down: (value, step) => value - (value % step),
  half_up: (value, step) => nearest(value, step, true),
  half_even: (value, step) => nearest(value, step, false),
};

function nearest(value: number, step: number, tieUp: boolean): number {
  const rest = value % step;
  const below = value - rest;
  const isTieUp = tieUp || (below / step) % 2 !== 0;
  return rest * 2 > step || (isTieUp && rest * 2 === step) ? below + step : below;
}
