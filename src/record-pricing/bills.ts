import type { Bill } from '../engine/bill.ts';
import type { BillSums } from '../engine/bill-sums.ts';
import { type Conditions, conditionsKey } from '../engine/condition.ts';
import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import type { Usage } from '../engine/usage.ts';
import { flushLane, orProblems, type RefuseRow } from './flush-lane.ts';
import type { Group } from './groups.ts';
import { addRow, type CountedUsage, type Lane, newLane } from './lane.ts';
import { lastLane } from './last-lane.ts';
import { finished, newBill, type OpenBill, opened, park, sumsOf } from './open-bill.ts';
import type { Where } from './where.ts';
import type { Work } from './work.ts';

/** Bills that are open at once; the others are put away as sums. */
const MOST_OPEN = 128;
/** Lanes that are kept at once; each holds rows of its own. */
const MOST_LANES = 1024;

/** The sums of one bill, for another process to add. */
export interface BillPart {
  /** The number of its group. */
  readonly group: number;
  readonly offer: string;
  readonly ms: number;
  readonly sums: BillSums;
}

/** What a record's cost depends on, beside its usage. */
export interface Priced {
  readonly group: Group;
  readonly offer: Offer;
  readonly conditions: Conditions;
  readonly ms: number;
  /** A text that is the same for moments that share a bill. */
  readonly moment: string;
}

/** Adds records to bills: one for each group, offer and moment, whatever conditions and meters its records have. */
export interface Bills {
  readonly add: (priced: Priced, usage: CountedUsage, where: Where) => void;
  /** Adds a record with counts that may have fractions. */
  readonly addOne: (priced: Priced, usage: Usage, where: Where) => void;
  readonly merge: (priced: Omit<Priced, 'conditions'>, sums: BillSums) => void;
  readonly parts: () => BillPart[];
  /** Gives out every bill, in the order in which the first record of each came. */
  readonly end: (take: (group: Group, bill: Bill) => void) => void;
}

export function billsOf(meters: Meters, work: Work, refuse: RefuseRow): Bills {
  const bills = new Map<string, OpenBill>();
  const lanes = new Map<string, Lane>();
  const last = lastLane();
  let open: OpenBill[] = [];

  const opening = (bill: OpenBill): ReturnType<typeof opened> => {
    if (!bill.running) open.push(bill);
    return opened(bill, meters);
  };
  const flush = (lane: Lane): void => flushLane(lane, opening, work, refuse);
  const makeRoom = (): void => {
    for (const lane of lanes.values()) flush(lane);
    lanes.clear();
    last.forget();
    for (const bill of open) park(bill);
    open = [];
  };
  const billOf = ({ group, offer, ms, moment }: Omit<Priced, 'conditions'>): OpenBill => {
    const key = `${group.id} ${offer.id} ${moment}`;
    const known = bills.get(key);
    if (known) return known;
    const bill = newBill(group, offer, ms);
    bills.set(key, bill);
    return bill;
  };
  const laneOf = (priced: Priced, usage: CountedUsage): Lane => {
    const { group, offer, moment, conditions } = priced;
    const named = Object.keys(usage);
    const key = `${group.id} ${offer.id} ${moment} ${conditionsKey(conditions)} ${named.join(' ')}`;
    const known = lanes.get(key);
    if (known) return known;
    if (lanes.size >= MOST_LANES || open.length >= MOST_OPEN) makeRoom();
    const lane = newLane(billOf(priced), named, conditions);
    lanes.set(key, lane);
    return lane;
  };

  return {
    add: (priced, usage, where) => {
      const lane = last.find(priced, usage) ?? last.keep(priced, laneOf(priced, usage));
      if (!addRow(lane, usage, where)) flush(lane);
    },
    addOne: (priced, usage, where) => {
      if (open.length >= MOST_OPEN) makeRoom();
      work.add(priced.offer.id, usage);
      const problems = orProblems(() => opening(billOf(priced)).one(usage, priced.conditions));
      if (problems.length > 0) refuse(priced.group, priced.offer, problems, where);
    },
    merge: (priced, sums) => {
      if (open.length >= MOST_OPEN) makeRoom();
      opening(billOf(priced)).add(sums);
    },
    parts: () => {
      for (const lane of lanes.values()) flush(lane);
      return [...bills.values()].flatMap((bill) => {
        const sums = sumsOf(bill);
        return sums ? [{ group: bill.group.id, offer: bill.offer.id, ms: bill.ms, sums }] : [];
      });
    },
    end: (take) => {
      makeRoom();
      for (const bill of bills.values()) {
        const made = finished(bill, meters);
        if (made) take(bill.group, made);
      }
      bills.clear();
    },
  };
}
