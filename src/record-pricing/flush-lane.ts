import type { Offer } from '../engine/offer.ts';
import { type EngineProblem, RatecardError } from '../engine/problem.ts';
import type { RunningBill } from '../engine/running-bill.ts';
import type { Group } from './groups.ts';
import { type Lane, rowPlace } from './lane.ts';
import type { OpenBill } from './open-bill.ts';
import type { Where } from './where.ts';
import type { Work } from './work.ts';

/** Says that a row cannot be priced. */
export type RefuseRow = (group: Group, offer: Offer, problems: readonly EngineProblem[], where: Where) => void;

/** Prices the rows of a lane and empties it. Where the offer cannot be priced on at all, each row says so. */
export function flushLane(lane: Lane, open: (bill: OpenBill) => RunningBill, work: Work, refuse: RefuseRow): void {
  const { bill, meters, columns, rows } = lane;
  if (rows === 0) return;
  const { group, offer } = bill;
  lane.rows = 0;
  work.addRows(offer.id, meters, columns, rows);
  try {
    lane.add ??= open(bill).lane(meters, lane.conditions);
    for (const problem of lane.add(columns, rows)) {
      const row = Number(/^rows\/(\d+)/.exec(problem.path)?.[1] ?? 0);
      refuse(group, offer, [problem], rowPlace(lane, row));
    }
  } catch (error) {
    if (!(error instanceof RatecardError)) throw error;
    for (let row = 0; row < rows; row += 1) refuse(group, offer, error.problems, rowPlace(lane, row));
  }
}
