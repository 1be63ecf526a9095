import type { Bill } from '../../src/engine/index.ts';

/** What of a bill the order of requests does not change. */
export function unordered(bill: Bill): unknown {
  const text = (value: unknown): string => JSON.stringify(value);
  const order = (a: unknown, b: unknown): number => text(a).localeCompare(text(b));
  return { ...bill, gaps: [...bill.gaps].sort(order), assumptions: bill.assumptions.map(text).sort() };
}
