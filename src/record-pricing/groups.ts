import type { Bill } from '../engine/bill.ts';
import { Decimal, plain, ZERO } from '../engine/decimal.ts';
import type { PricedGroup } from './answer.ts';

/** A group while records are added to it. */
export interface Group {
  /** Its number among the groups. */
  readonly id: number;
  readonly key: Readonly<Record<string, string | null>>;
  readonly currency: string;
  records: number;
  requests: Decimal;
  low: Decimal;
  high: Decimal;
  isCertain: boolean;
  readonly gaps: Map<string, { offer: string; meter: string; reason: string; quantity: Decimal }>;
  readonly usage: Map<string, Decimal>;
}

export function newGroup(id: number, key: Group['key'], currency: string): Group {
  const sums = { records: 0, requests: ZERO, low: ZERO, high: ZERO };
  return { id, key, currency, ...sums, isCertain: true, gaps: new Map(), usage: new Map() };
}

/** Adds a bill to a group; with bounds, `high` is what it may come to at most. */
export function addBill(group: Group, bill: Bill, high: string = bill.usage_total): void {
  group.requests = group.requests.plus(bill.requests);
  group.low = group.low.plus(bill.usage_total);
  group.high = group.high.plus(high);
  for (const { meter, reason, quantity } of bill.gaps) {
    const id = `${bill.offer} ${meter} ${reason}`;
    const known = group.gaps.get(id) ?? { offer: bill.offer, meter, reason, quantity: ZERO };
    group.gaps.set(id, { ...known, quantity: known.quantity.plus(quantity) });
  }
  for (const { meter, quantity } of bill.lines) {
    group.usage.set(meter, (group.usage.get(meter) ?? ZERO).plus(quantity));
  }
}

/** A group as the answer shows it. */
export function groupAnswer(group: Group): PricedGroup {
  const isComplete = group.isCertain && group.gaps.size === 0 && group.low.eq(group.high);
  return {
    key: group.key,
    currency: group.currency,
    records: group.records,
    requests: plain(group.requests),
    low: plain(group.low),
    high: plain(group.high),
    total: isComplete ? plain(group.low) : null,
    complete: isComplete,
    gaps: [...group.gaps.values()].map((gap) => ({ ...gap, quantity: plain(gap.quantity) })),
    usage: Object.fromEntries([...group.usage].map(([meter, quantity]) => [meter, plain(quantity)])),
  };
}

/** The largest first, the uncertain by what they may come to. */
export function byCost(a: PricedGroup, b: PricedGroup): number {
  return a.currency.localeCompare(b.currency) || new Decimal(b.high).comparedTo(a.high);
}
