import type { Bill } from './bill.ts';
import { type AddChunk, bulkLane } from './bulk-lane.ts';
import { CHUNK_ROWS, type Column } from './bulk-rows.ts';
import { wholeOf } from './counts-apart.ts';
import { type Decimal, ONE, ZERO } from './decimal.ts';
import type { Offer } from './offer.ts';
import { add } from './piece.ts';
import type { PreparedPeriod } from './prepare.ts';
import { priceGroup, type RatedRequests } from './price-group.ts';
import { openBill } from './price-usage.ts';
import { type EngineProblem, RatecardError } from './problem.ts';
import { type BillOptions, readOptions } from './read-options.ts';
import { readGroup } from './request-group.ts';
import { settle } from './settle.ts';

/** A rate card made ready to price very many requests, each with counts of the same meters. */
export interface CompiledCard {
  /** The meters of the columns, in their order. */
  readonly meters: readonly string[];
  /**
   * Adds requests, one for each row of the columns. Rows that cannot be read are left out and come back as problems
   * whose path begins with `rows/<row>`. Throws where there is not one column for each meter.
   */
  readonly add: (columns: readonly Column[], rows: number) => readonly EngineProblem[];
  /** The bill of all rows so far: the one that `priceUsage` makes of the same requests, to the last digit. */
  readonly bill: () => Bill;
}

/**
 * Compiles an offer for requests that all count the same meters under the same conditions. Counts that fit are
 * summed as integers, a column at a time; whatever does not goes the way of `priceUsage`, row by row.
 *
 * With 0.35 in and 0.55 out per million, rows of (1000, 200) and (3000, 100) come to
 * 4000 x 0.35 / 1000000 + 300 x 0.55 / 1000000 = 0.001565.
 */
export function compileCard(offer: Offer, meters: readonly string[], options: BillOptions): CompiledCard {
  const problems: EngineProblem[] = [];
  const read = readOptions(options, problems);
  const context = read && openBill(offer, read, problems);
  for (const [index, meter] of meters.entries()) {
    if (meters.indexOf(meter) === index) continue;
    problems.push({ code: 'repeated_meter', args: { meter }, path: `meters.${index}` });
  }
  if (context)
    readGroup({ usage: Object.fromEntries(meters.map((meter) => [meter, 0])) }, 'columns', read, context, problems);
  if (!context || problems.length > 0) throw new RatecardError(problems);

  const rated: RatedRequests = { pieces: new Map(), totals: new Map() };
  const counted = new Map<string, Decimal>();
  const subjects = countedMeters(context.card);
  const count = (meter: string, quantity: Decimal): void => {
    counted.set(meter, add(counted.get(meter) ?? ZERO, quantity));
  };
  const addFast: AddChunk | null = bulkLane(meters, subjects, read.when, context, rated, count);
  let requests = ZERO;

  const addSlowly = (columns: readonly Column[], row: number): readonly EngineProblem[] => {
    const found: EngineProblem[] = [];
    const usage = Object.fromEntries(meters.map((meter, index) => [meter, columns[index]?.[row] ?? Number.NaN]));
    const group = readGroup({ usage }, `rows/${row}`, read, context, found);
    if (!group || found.length > 0) return found;
    priceGroup(group, rated, context);
    for (const meter of subjects) count(meter, wholeOf(meter, group));
    requests = add(requests, ONE);
    return found;
  };

  return {
    meters,
    add: (columns, rows) => {
      const found: EngineProblem[] = [];
      if (columns.length !== meters.length) {
        const args = { meters: meters.length, columns: columns.length };
        throw new RatecardError([{ code: 'wrong_columns', args, path: 'columns' }]);
      }
      for (let from = 0; from < rows; from += CHUNK_ROWS) {
        const until = Math.min(rows, from + CHUNK_ROWS);
        const fast = addFast?.(columns, from, until) ?? null;
        if (fast) requests = add(requests, fast);
        else for (let row = from; row < until; row += 1) found.push(...addSlowly(columns, row));
      }
      return found;
    },
    bill: () => {
      const fresh = { ...context, assumptions: [...context.assumptions], gaps: [...context.gaps] };
      const left: EngineProblem[] = [];
      const all = {
        ...rated,
        requests,
        met: requests.isZero() ? [] : [read.when],
        counted: (meter: string) => counted.get(meter) ?? ZERO,
      };
      const bill = settle(all, fresh, options, read, left);
      if (!bill) throw new RatecardError(left);
      return bill;
    },
  };
}

/** The meters whose whole count over all requests decides a price or a fee. */
function countedMeters({ rates, period }: PreparedPeriod): string[] {
  const volumes = rates.flatMap((rate) =>
    rate.state === 'published' && rate.tiers?.kind === 'volume' ? [rate.tiers.subject] : [],
  );
  return [...new Set([...volumes, ...(period.commitments ?? []).map(({ meter }) => meter)])];
}
