import type { Bill } from '../engine/bill.ts';
import type { BillSums } from '../engine/bill-sums.ts';
import { formatInstant } from '../engine/instant.ts';
import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import { type RunningBill, runningBill } from '../engine/running-bill.ts';
import type { Group } from './groups.ts';

/** A bill that records are added to: those of one group on one offer, at moments at which the same prices hold. */
export interface OpenBill {
  readonly group: Group;
  readonly offer: Offer;
  /** The moment of its first record. */
  readonly ms: number;
  /** Null until something is priced, and while it is put away. */
  running: RunningBill | null;
  /** What had come when it was put away. */
  parked: BillSums | null;
}

export function newBill(group: Group, offer: Offer, ms: number): OpenBill {
  return { group, offer, ms, running: null, parked: null };
}

/** Opens a bill, with what it held when it was put away. Throws where the offer has no rates at its moment. */
export function opened(bill: OpenBill, meters: Meters): RunningBill {
  if (bill.running) return bill.running;
  const running = runningBill(bill.offer, { at: formatInstant(bill.ms), fees: false, meters });
  if (bill.parked) running.add(bill.parked);
  bill.running = running;
  bill.parked = null;
  return running;
}

/** Puts a bill away as plain sums, which take less room. */
export function park(bill: OpenBill): void {
  if (!bill.running) return;
  bill.parked = bill.running.sums();
  bill.running = null;
}

/** What has come so far as plain sums; null where nothing has. */
export function sumsOf({ running, parked }: OpenBill): BillSums | null {
  return running ? running.sums() : parked;
}

/** The bill of everything that has come; null where nothing has. */
export function finished(bill: OpenBill, meters: Meters): Bill | null {
  if (!bill.running && !bill.parked) return null;
  const made = opened(bill, meters).bill();
  park(bill);
  return made;
}
