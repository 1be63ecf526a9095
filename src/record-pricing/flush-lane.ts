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
  const problems = orProblems(() => {
    lane.add ??= open(bill).lane(meters, lane.conditions);
    for (const problem of lane.add(columns, rows)) {
      const row = Number(/^rows\/(\d+)/.exec(problem.path)?.[1] ?? 0);
      refuse(group, offer, [problem], rowPlace(lane, row));
    }
    return [];
  });
  if (problems.length === 0) return;
  for (let row = 0; row < rows; row += 1) refuse(group, offer, problems, rowPlace(lane, row));
}

/** What some pricing finds wrong, or the problems with which the engine refuses it. */
export function orProblems(price: () => readonly EngineProblem[]): readonly EngineProblem[] {
  try {
    return price();
  } catch (error) {
    if (error instanceof RatecardError) return error.problems;
    throw error;
  }
}
