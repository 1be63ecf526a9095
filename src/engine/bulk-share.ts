import { CHUNK_ROWS, type Cliff, type Rows, sumBySteps } from './bulk-rows.ts';
import type { Decimal } from './decimal.ts';
import type { CardRate, PreparedRate } from './prepare.ts';
import type { PlannedShare, UsagePlan } from './usage-plan.ts';

/** How rows of one rate are billed with binary integers. */
export interface BulkShare {
  readonly rate: CardRate;
  readonly members: readonly number[];
  readonly unstatedSubject: string | null;
  /** The steps that requests decide, the base price among them; null where the period decides or nothing does. */
  readonly stepsOf: number | null;
  readonly cliff: Cliff | null;
  /** Meters other than the rate's own, with their positions. */
  readonly folded: readonly (readonly [meter: string, member: number])[];
  /** What each row is billed for, in `target` where that differs from what it used. */
  readonly billRows: (used: Rows, target: Rows, count: number) => Rows;
  /** The sums of what is billed, by step from -1 on. */
  readonly stepSums: (billed: Rows, steps: Int8Array | null, count: number) => number[];
}

const MOST_BOUND = 2 ** 36;

/** A share of a plan for the fast lane; null where its rule needs fractions, or more room than that has. */
export function bulkShare({ rate, members, unstatedSubject }: PlannedShare, { overlaps }: UsagePlan): BulkShare | null {
  if (members.length > 8) return null;
  const own = rate.rate.meter;
  const folded = members.flatMap((member): [string, number][] => {
    const id = overlaps.ids[member] ?? '';
    return id === own ? [] : [[id, member]];
  });
  const base = { rate, members, unstatedSubject, folded, cliff: null, billRows: (used: Rows) => used };
  if (rate.state !== 'published') return { ...base, stepsOf: null, stepSums: oneSum };
  const billRows = rate.block ? blockRows(rate) : base.billRows;
  if (!billRows) return null;
  const { tiers, steps } = rate;
  if (!tiers) return { ...base, billRows, stepsOf: 1, stepSums: oneSum };
  if (tiers.kind === 'volume' || (tiers.kind === 'graduated' && tiers.span !== 'request')) {
    return { ...base, billRows, stepsOf: null, stepSums: oneSum };
  }
  if (steps.length > 100 || steps.some(({ over }) => over.gte(MOST_BOUND))) return null;
  if (tiers.kind === 'cliff') {
    const reached = steps.map(({ over }) => leastReached(over, tiers.boundary === 'inclusive'));
    const slots = steps.length + 1;
    return {
      ...base,
      billRows,
      stepsOf: slots,
      cliff: { subject: tiers.subject, reached },
      stepSums: (billed, at, count) => sumBySteps(billed, at, count, slots),
    };
  }
  // Which rows keep their folded meters and blocks on one line differs from row to row.
  if (folded.length > 0 || rate.block || steps.some(({ over }) => !over.isInteger())) return null;
  const bounds = steps.map(({ over }) => Number(over.toFixed()));
  return {
    ...base,
    billRows,
    stepsOf: bounds.length + 1,
    stepSums: (billed, _, count) => graduatedSums(billed, bounds, count),
  };
}

function oneSum(billed: Rows, _steps: Int8Array | null, count: number): number[] {
  return sumBySteps(billed, null, count, 1);
}

/** The least whole number that has reached a bound: 200,001 for over 200,000 exclusive, 200,000 inclusive. */
function leastReached(over: Decimal, inclusive: boolean): number {
  return Number((inclusive ? over.ceil() : over.floor().plus(1)).toFixed());
}

function graduatedSums(billed: Rows, bounds: readonly number[], count: number): number[] {
  const sums = new Array<number>(bounds.length + 1).fill(0);
  for (let slot = 0; slot <= bounds.length; slot += 1) {
    const from = slot === 0 ? 0 : (bounds[slot - 1] ?? 0);
    const until = bounds[slot] ?? Number.POSITIVE_INFINITY;
    let sum = 0;
    for (let row = 0; row < count; row += 1) sum += Math.max(0, Math.min(billed[row] ?? 0, until) - from);
    sums[slot] = sum;
  }
  return sums;
}

/** Blocks and minimums of whole units; null for others. */
function blockRows(rate: PreparedRate): BulkShare['billRows'] | null {
  const { size, minimum } = rate.block ?? { size: null, minimum: null };
  for (const bound of [size, minimum])
    if (bound && (!bound.isInteger() || bound.gte(MOST_BOUND / CHUNK_ROWS))) return null;
  const unit = size ? Number(size.toFixed()) : 1;
  const least = minimum ? Number(minimum.toFixed()) : 0;
  return (used, target, count) => {
    for (let row = 0; row < count; row += 1) {
      const value = used[row] ?? 0;
      target[row] = value === 0 ? 0 : Math.ceil(Math.max(value, least) / unit) * unit;
    }
    return target;
  };
}
