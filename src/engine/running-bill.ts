import type { Bill } from './bill.ts';
import { addSums, type BillSums, billSums, noteMet, type Running } from './bill-sums.ts';
import { type AddChunk, bulkLane } from './bulk-lane.ts';
import { CHUNK_ROWS, type Column } from './bulk-rows.ts';
import type { Conditions } from './condition.ts';
import { countedMeters } from './counted-meters.ts';
import { wholeOf } from './counts-apart.ts';
import { type Decimal, ONE, ZERO } from './decimal.ts';
import type { Offer } from './offer.ts';
import { add } from './piece.ts';
import { priceGroup } from './price-group.ts';
import { openBill } from './price-usage.ts';
import { type EngineProblem, RatecardError } from './problem.ts';
import { type BillOptions, readOptions } from './read-options.ts';
import { readGroup } from './request-group.ts';
import { settle } from './settle.ts';
import { inOrder } from './sums-order.ts';
import type { Usage } from './usage.ts';

/**
 * Adds requests, one for each row of the columns. Rows that cannot be read are left out and come back as problems
 * whose path begins with `rows/<row>`. Throws where there is not one column for each meter.
 */
export type AddRows = (columns: readonly Column[], rows: number) => readonly EngineProblem[];

/** Requests of several kinds on one offer at one moment, which share its tiers and allowances, as they come. */
export interface RunningBill {
  /** Takes rows with counts of some meters, asked for under some conditions. Throws on what cannot be read. */
  readonly lane: (meters: readonly string[], when?: Conditions) => AddRows;
  /** Takes one request, whose counts may have fractions; gives what of it cannot be read. */
  readonly one: (usage: Usage, when?: Conditions) => readonly EngineProblem[];
  /** What has come so far, as data that another running bill of the same offer and moment can add. */
  readonly sums: () => BillSums;
  readonly add: (sums: BillSums) => void;
  /**
   * The bill of everything so far, in whatever order it came: the one that `priceUsage` makes of the same requests in
   * the order of their conditions, to the last digit.
   */
  readonly bill: () => Bill;
}

/** Opens a bill that is added to. Throws a {@link RatecardError} where the offer has no rates at the moment. */
export function runningBill(offer: Offer, options: BillOptions): RunningBill {
  const problems: EngineProblem[] = [];
  const read = readOptions(options, problems);
  const context = read && openBill(offer, read, problems);
  if (!context || problems.length > 0) throw new RatecardError(problems);
  const running: Running = {
    rated: { pieces: new Map(), totals: new Map() },
    counted: new Map(),
    met: [],
    requests: ZERO,
  };
  const subjects = countedMeters(context.card);
  const count = (meter: string, quantity: Decimal): void => {
    running.counted.set(meter, add(running.counted.get(meter) ?? ZERO, quantity));
  };

  const addGroup = (usage: Usage, when: Conditions, path: string): readonly EngineProblem[] => {
    const found: EngineProblem[] = [];
    const group = readGroup({ usage, when }, path, read, context, found);
    if (!group) return found;
    priceGroup(group, running.rated, context);
    for (const meter of subjects) count(meter, wholeOf(meter, group));
    running.requests = add(running.requests, ONE);
    noteMet(running, group.conditions);
    return found;
  };

  const lane = (meters: readonly string[], when: Conditions = {}): AddRows => {
    const wrong: EngineProblem[] = [];
    for (const [index, meter] of meters.entries()) {
      if (meters.indexOf(meter) === index) continue;
      wrong.push({ code: 'repeated_meter', args: { meter }, path: `meters.${index}` });
    }
    const empty = { usage: Object.fromEntries(meters.map((meter) => [meter, 0])), when };
    const conditions = readGroup(empty, 'columns', read, context, wrong)?.conditions;
    if (!conditions || wrong.length > 0) throw new RatecardError(wrong);
    const addFast: AddChunk | null = bulkLane(meters, subjects, conditions, context, running.rated, count);

    const addSlowly = (columns: readonly Column[], row: number): readonly EngineProblem[] => {
      const usage = Object.fromEntries(meters.map((meter, index) => [meter, columns[index]?.[row] ?? Number.NaN]));
      return addGroup(usage, when, `rows/${row}`);
    };
    return (columns, rows) => {
      const found: EngineProblem[] = [];
      if (columns.length !== meters.length) {
        const args = { meters: meters.length, columns: columns.length };
        throw new RatecardError([{ code: 'wrong_columns', args, path: 'columns' }]);
      }
      for (let from = 0; from < rows; from += CHUNK_ROWS) {
        const until = Math.min(rows, from + CHUNK_ROWS);
        const fast = addFast?.(columns, from, until) ?? null;
        if (fast) {
          running.requests = add(running.requests, fast);
          noteMet(running, conditions);
        } else for (let row = from; row < until; row += 1) found.push(...addSlowly(columns, row));
      }
      return found;
    };
  };

  return {
    lane,
    one: (usage, when = {}) => addGroup(usage, when, 'request'),
    sums: () => billSums(running, context),
    add: (sums) => addSums(sums, running, context),
    bill: () => {
      const { counted, requests } = running;
      const { rated, met } = inOrder(running);
      const asked = [...context.asked, ...met];
      const fresh = { ...context, asked, assumptions: [...context.assumptions], gaps: [...context.gaps] };
      const left: EngineProblem[] = [];
      const all = { ...rated, requests, met, counted: (meter: string) => counted.get(meter) ?? ZERO };
      const bill = settle(all, fresh, options, read, left);
      if (!bill) throw new RatecardError(left);
      return bill;
    },
  };
}
