import { assume } from './assumption.ts';
import { type BulkRequestRules, bulkRequestRules } from './bulk-request-rules.ts';
import {
  addUp,
  CHUNK_ROWS,
  type Column,
  cliffSteps,
  fillColumn,
  type Rows,
  sumBySteps,
  sumOf,
  takeParts,
} from './bulk-rows.ts';
import { type BulkShare, bulkShare } from './bulk-share.ts';
import type { Conditions } from './condition.ts';
import type { BillContext } from './context.ts';
import { Decimal, plain, ZERO } from './decimal.ts';
import { partsOf } from './meter.ts';
import { add, pieceFor } from './piece.ts';
import { noteSubject, type RatedRequests } from './price-group.ts';
import { usagePlan } from './usage-plan.ts';

/** Adds a chunk of rows and gives their number; null, with nothing added, when they do not fit the fast lane. */
export type AddChunk = (columns: readonly Column[], from: number, until: number) => Decimal | null;

/**
 * Sums chunks of whole counts as binary integers, which are exact below 2 to the 53rd: counts stay below 2 to the
 * 36th, chunks at 2 to the 12th rows. Null for cards whose rows must be priced one by one.
 */
export function bulkLane(
  columnMeters: readonly string[],
  subjects: readonly string[],
  conditions: Conditions,
  context: BillContext,
  rated: RatedRequests,
  count: (meter: string, quantity: Decimal) => void,
): AddChunk | null {
  const { card, meters, at } = context;
  const implied = [...meters.values()].filter((one) => one.implied !== undefined && !columnMeters.includes(one.id));
  if (implied.some((one) => one.implied !== '1')) return null;
  const ids = [...columnMeters, ...implied.map(({ id }) => id)];
  const plan = usagePlan(ids, card, meters, conditions, at.ms);
  const { overlaps } = plan;
  if (overlaps.unstatedOverlaps.length > 0) return null;
  const shares: BulkShare[] = [];
  for (const share of plan.shares) {
    const bulk = bulkShare(share, plan);
    if (!bulk) return null;
    shares.push(bulk);
  }
  const rules: BulkRequestRules | null | 'unfit' = bulkRequestRules(shares, conditions, context);
  if (rules === 'unfit') return null;

  const whole: Rows[] = overlaps.ids.map(() => new Float64Array(CHUNK_ROWS).fill(1));
  const parts: Rows[] = overlaps.inside.map((inside, index) =>
    inside.length > 0 ? new Float64Array(CHUNK_ROWS) : (whole[index] as Rows),
  );
  const used = new Float64Array(CHUNK_ROWS);
  const billed = new Float64Array(CHUNK_ROWS);
  const steps = new Int8Array(CHUNK_ROWS);
  const columnOf = overlaps.ids.map((id) => columnMeters.indexOf(id));

  /** The rows of a meter's whole count: stated, or the sum of its parts. */
  const subjectRows = (meter: string, rows: number): Rows => {
    const stated = overlaps.ids.indexOf(meter);
    if (stated >= 0) return whole[stated] as Rows;
    const total = new Float64Array(rows);
    for (const inner of partsOf(meter, meters)) {
      const part = parts[overlaps.ids.indexOf(inner)];
      if (part) for (let row = 0; row < rows; row += 1) total[row] = (total[row] ?? 0) + (part[row] ?? 0);
    }
    return total;
  };

  return (columns, from, until) => {
    const rows = until - from;
    for (const [index, column] of columnOf.entries()) {
      if (column < 0) continue;
      if (!fillColumn(whole[index] as Rows, columns[column], from, rows)) return null;
    }
    for (const [index, inside] of overlaps.inside.entries()) {
      if (inside.length > 0 && !takeParts(parts, whole, index, inside, rows)) return null;
    }

    const sums = parts.map((part) => new Decimal(sumOf(part, rows)));
    const cost = rules?.begin(rows);
    const shareRows = shares.map((share) => {
      const { members } = share;
      const usedRows = members.length === 1 ? (parts[members[0] ?? 0] as Rows) : used;
      if (members.length !== 1) addUp(used, members, parts, rows);
      const billedRows = share.billRows(usedRows, billed, rows);
      if (share.cliff) cliffSteps(subjectRows(share.cliff.subject, rows), share.cliff, steps, rows);
      const stepRows = share.cliff ? steps : null;
      const lowest = share.stepsOf === null ? null : -1;
      const quantities = share.stepSums(billedRows, stepRows, rows);
      cost?.add(share, billedRows, stepRows, rows);
      return {
        share,
        lowest,
        quantities,
        used: billedRows === usedRows ? quantities : sumBySteps(usedRows, stepRows, rows, quantities.length),
        folded: share.folded.map(
          ([meter, member]) => [meter, sumBySteps(parts[member] as Rows, stepRows, rows, quantities.length)] as const,
        ),
      };
    });
    if (cost && !cost.fits()) return null;

    for (const { share, lowest, quantities, used: usedSums, folded } of shareRows) {
      if (quantities.some((quantity) => quantity !== 0)) noteSubject(share.rate, share.unstatedSubject, context);
      for (const [offset, quantity] of quantities.entries()) {
        if (quantity === 0) continue;
        const piece = pieceFor(rated.pieces, share.rate, lowest === null ? null : lowest + offset, conditions);
        piece.quantity = add(piece.quantity, new Decimal(quantity));
        piece.used = add(piece.used, new Decimal(usedSums[offset] ?? 0));
        for (const [meter, partSums] of folded) {
          if (!partSums[offset]) continue;
          piece.folded.set(meter, add(piece.folded.get(meter) ?? ZERO, new Decimal(partSums[offset])));
        }
      }
    }
    cost?.settle(rated.totals);
    for (const { member, gap, certain } of plan.gaps) {
      const quantity = sums[member] ?? ZERO;
      if ((certain || (columnOf[member] ?? -1) >= 0) && !quantity.isZero()) context.gaps.push(gap(plain(quantity)));
    }
    for (const id of overlaps.unstatedWholes) {
      const inside = partsOf(id, meters);
      const some = overlaps.ids.some((inner, index) => inside.includes(inner) && !sums[index]?.isZero());
      if (some) assume(context.assumptions, 'whole_inferred', { whole: id });
    }
    for (const meter of subjects) count(meter, new Decimal(sumOf(subjectRows(meter, rows), rows)));
    return new Decimal(rows);
  };
}
