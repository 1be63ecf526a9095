import { type BreakEven, breakEven, WorkloadError, type WorkOffer } from '../../workload/index.ts';
import type { PriceRow } from '../ranking/board-by-engine.ts';
import { questionOf } from '../ranking/question.ts';
import { someRows } from '../ranking/some-rows.ts';
import { compareTotals, ROW_STATES, settleRow, type Totals, totalsOf } from '../ranking/totals.ts';
import type { Work } from '../ranking/work.ts';
import { AXES, type AxisId, amountOn, axisOptions, workloadOf } from './axes.ts';
import type { PricedModel } from './priced-model.ts';

/** The engine's view of a model's sellers. */
export interface Engine {
  readonly price: PriceRow;
  readonly offerAt: (row: number) => WorkOffer;
}

/** Where a seller becomes cheaper than the one that is the cheapest for the work. */
export interface Overtaking {
  readonly axis: AxisId;
  /** Whether it does so as the input grows, or as it shrinks. */
  readonly grows: boolean;
  /** How much the work has. */
  readonly now: string;
  readonly cheapest: number;
  readonly row: number;
  readonly answer: BreakEven;
}

/** Break-even of two rows along an axis of the work; null where the work cannot be varied so. */
export function crossingsOf(
  { work, board }: PricedModel,
  [a, b]: readonly [number, number],
  axis: AxisId,
  { offerAt }: Engine,
  bounds: { readonly from?: string; readonly to?: string } = {},
): BreakEven | null {
  const options = axisOptions(axis, work);
  if (!options || work.requests === '0') return null;
  const workload = workloadOf(work);
  const sides = [a, b].map((row) => ({ offer: offerAt(row), workload })) as [Side, Side];
  const { at, currency } = board.list.index;
  try {
    return breakEven(...sides, { ...options, ...bounds }, { at, currency });
  } catch (error) {
    if (error instanceof WorkloadError) return null;
    throw error;
  }
}

type Side = Parameters<typeof breakEven>[0];

/** Inputs that are moved alone, from half to 32 times and back, to see who becomes the cheapest. */
const MOVED = AXES.filter((axis) => axis !== 'tokens');
const STEPS = 5;

/** For each input, up and down, the first seller that becomes cheaper than the cheapest that charges, and where. */
export function overtakings(model: PricedModel, engine: Engine): Overtaking[] {
  const { paying, work, board } = model;
  const [cheapest] = paying;
  if (cheapest === undefined || paying.length < 2) return [];
  const prepared = someRows(board.list.prepared, paying);
  /** The row that costs the least at other work, unless nothing costs less than the cheapest of now. */
  const cheaperAt = (changed: Work): number | null => {
    const question = questionOf(prepared, [changed]);
    if (!question) return null;
    const totals = totalsOf(prepared, question);
    settle(totals, paying, changed, engine.price);
    let best = 0;
    for (let at = 0; at < paying.length; at += 1) {
      if (totals.state[at] !== ROW_STATES.priced) continue;
      if (totals.state[best] !== ROW_STATES.priced || compareTotals(totals, at, best) < 0) best = at;
    }
    return best === 0 ? null : (paying[best] ?? null);
  };
  return MOVED.flatMap((axis) => [true, false].flatMap((grows) => overtakingAlong(axis, grows)));

  function overtakingAlong(axis: AxisId, grows: boolean): Overtaking[] {
    const now = amountOn(axis, work);
    if (now === null) return [];
    let before = now;
    for (const value of probes(axis, now, work, grows)) {
      const row = cheaperAt(withAmount(work, axis, value));
      if (row !== null) {
        const [from, to] = grows ? [floor(before), value] : [value, ceiling(before)];
        const answer = crossingsOf(model, [cheapest as number, row], axis, engine, { from, to });
        return answer && answer.crossings.length > 0
          ? [{ axis, grows, now, cheapest: cheapest as number, row, answer }]
          : [];
      }
      before = value;
    }
    return [];
  }
}

function settle(totals: Totals, rows: readonly number[], work: Work, price: PriceRow): void {
  for (const [at, row] of rows.entries()) {
    if (totals.state[at] === ROW_STATES.waiting) settleRow(totals, at, price(row, work));
  }
}

/** Whole values away from what the work has, each twice or half the one before, as far as the work allows. */
function probes(axis: AxisId, now: string, { usage }: Work, grows: boolean): string[] {
  const start = BigInt(floor(now));
  const least =
    axis === 'input_tokens' ? BigInt(ceiling(usage['cache_read_tokens'] ?? '0')) : axis === 'requests' ? 1n : 0n;
  const most = axis === 'cache_read_tokens' ? BigInt(floor(usage['input_tokens'] ?? '0')) : 10n ** 9n;
  const values: bigint[] = [];
  for (let step = 1; step <= STEPS; step += 1) {
    const value = grows ? (start === 0n ? 1n : start) << BigInt(step) : start >> BigInt(step);
    const kept = value < least ? least : value > most ? most : value;
    if (kept !== (values.at(-1) ?? start)) values.push(kept);
  }
  return values.map(String);
}

function withAmount(work: Work, axis: AxisId, value: string): Work {
  if (axis === 'requests') return { ...work, requests: value };
  return { ...work, usage: { ...work.usage, [axis]: value } };
}

function floor(text: string): string {
  return text.split('.')[0] ?? '0';
}

function ceiling(text: string): string {
  return text.includes('.') ? String(BigInt(floor(text)) + 1n) : text;
}
