import type { Priced } from './bills.ts';
import type { CountedUsage, Lane } from './lane.ts';

/** The lane of the record before, so that the next of its kind finds it without spelling out its key. */
export interface LastLane {
  /** The lane, if a record belongs there too. */
  readonly find: (priced: Priced, usage: CountedUsage) => Lane | null;
  readonly keep: (priced: Priced, lane: Lane) => Lane;
  readonly forget: () => void;
}

export function lastLane(): LastLane {
  let last: Lane | null = null;
  let moment = '';
  return {
    find: (priced, usage) =>
      last &&
      moment === priced.moment &&
      last.bill.group === priced.group &&
      last.bill.offer === priced.offer &&
      last.conditions === priced.conditions &&
      hasKeys(usage, last.meters)
        ? last
        : null,
    keep: (priced, lane) => {
      moment = priced.moment;
      last = lane;
      return lane;
    },
    forget: () => {
      last = null;
    },
  };
}

function hasKeys(usage: CountedUsage, named: readonly string[]): boolean {
  let index = 0;
  for (const meter in usage) {
    if (named[index] !== meter) return false;
    index += 1;
  }
  return index === named.length;
}
