import type { Bill } from '../engine/bill.ts';
import { Decimal, plain, ZERO } from '../engine/decimal.ts';
import type { PricedGroup } from './answer.ts';
import type { GroupPart } from './tally-part.ts';

/** A group while records are added to it. */
export interface Group {
  /** Its number among the groups. */
  readonly id: number;
  /** What it is grouped by, in the order of the names. */
  readonly values: readonly (string | null)[];
  readonly currency: string;
  records: number;
  /** Records of which the cost is known between bounds only. */
  bounded: number;
  requests: Decimal;
  low: Decimal;
  high: Decimal;
  isCertain: boolean;
  readonly gaps: Map<string, { offer: string; meter: string; reason: string; quantity: Decimal }>;
  readonly usage: Map<string, Decimal>;
}

export function newGroup(id: number, values: Group['values'], currency: string): Group {
  const sums = { records: 0, bounded: 0, requests: ZERO, low: ZERO, high: ZERO };
  return { id, values, currency, ...sums, isCertain: true, gaps: new Map(), usage: new Map() };
}

/** Adds a bill to a group; with bounds, `high` is what it may come to at most. */
export function addBill(group: Group, bill: Bill, high: string = bill.usage_total): void {
  group.requests = group.requests.plus(bill.requests);
  group.low = group.low.plus(bill.usage_total);
  group.high = group.high.plus(high);
  for (const { meter, reason, quantity } of bill.gaps) addGap(group, { offer: bill.offer, meter, reason, quantity });
  for (const { meter, quantity } of bill.lines) addUsage(group, meter, quantity);
}

/** What a group came to so far, as data. */
export function groupPart({ id: _, requests, low, high, gaps, usage, ...rest }: Group): GroupPart {
  return {
    ...rest,
    requests: plain(requests),
    low: plain(low),
    high: plain(high),
    gaps: [...gaps.values()].map((gap) => ({ ...gap, quantity: plain(gap.quantity) })),
    usage: Object.fromEntries([...usage].map(([meter, quantity]) => [meter, plain(quantity)])),
  };
}

/** Adds what another stretch of the same group came to. */
export function addPart(group: Group, part: GroupPart): void {
  group.records += part.records;
  group.bounded += part.bounded;
  group.isCertain &&= part.isCertain;
  group.requests = group.requests.plus(part.requests);
  group.low = group.low.plus(part.low);
  group.high = group.high.plus(part.high);
  for (const gap of part.gaps) addGap(group, gap);
  for (const [meter, quantity] of Object.entries(part.usage)) addUsage(group, meter, quantity);
}

/** A group as the answer shows it. */
export function groupAnswer(group: Group, names: readonly string[]): PricedGroup {
  const { values: _values, isCertain: _, gaps, usage, ...sums } = groupPart(group);
  const isComplete = group.isCertain && gaps.length === 0 && group.low.eq(group.high);
  return {
    key: groupKey(group, names),
    ...sums,
    total: isComplete ? sums.low : null,
    complete: isComplete,
    gaps: [...gaps].sort((a, b) => (gapKey(a) < gapKey(b) ? -1 : 1)),
    usage: Object.fromEntries(Object.entries(usage).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** What a group is grouped by, by its names. */
export function groupKey({ values }: Group, names: readonly string[]): PricedGroup['key'] {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
}

/** The largest first, the uncertain by what they may come to. */
export function byCost(a: PricedGroup, b: PricedGroup): number {
  return a.currency.localeCompare(b.currency) || new Decimal(b.high).comparedTo(a.high);
}

function gapKey({ offer, meter, reason }: GroupPart['gaps'][number]): string {
  return `${offer} ${meter} ${reason}`;
}

function addGap(group: Group, gap: GroupPart['gaps'][number]): void {
  const id = gapKey(gap);
  const known = group.gaps.get(id)?.quantity ?? ZERO;
  group.gaps.set(id, { ...gap, quantity: known.plus(gap.quantity) });
}

function addUsage(group: Group, meter: string, quantity: string): void {
  group.usage.set(meter, (group.usage.get(meter) ?? ZERO).plus(quantity));
}
