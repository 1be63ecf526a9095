import { plain } from '../engine/decimal.ts';
import { rangedPaths } from './check-point.ts';
import { pointAt } from './point.ts';
import type { Pricing } from './price-month.ts';
import { pricePoint } from './price-point.ts';
import type { End } from './read-input.ts';
import type { ReadWork } from './read-workload.ts';
import { inputAt } from './spread.ts';

/** An end of an input's range at which the work has no total, and why. */
export interface FailingEnd {
  readonly input: string;
  /** The value; `low` or `high` where several inputs are there together. */
  readonly value: string;
  readonly reasons: readonly string[];
}

/**
 * The ends of ranges at which an offer cannot do the work or has no price for it, though it has at the expected values:
 * of each input alone, else of all of them together.
 */
export function failingEnds(work: ReadWork, pricing: Pricing): FailingEnd[] {
  const paths = rangedPaths(work);
  const alone = paths.flatMap((input) =>
    (['low', 'high'] as const).flatMap((end): FailingEnd[] => {
      const reasons = reasonsAt(work, new Map([[input, end]]), pricing);
      const value = inputAt(work, input).input?.[end];
      return reasons === null ? [] : [{ input, value: value ? plain(value) : '', reasons }];
    }),
  );
  if (alone.length > 0) return alone;
  const together = (['low', 'high'] as const).flatMap((end): FailingEnd[] => {
    const reasons = reasonsAt(work, new Map(paths.map((path) => [path, end])), pricing);
    return reasons === null ? [] : [{ input: paths.join(' and '), value: end, reasons }];
  });
  const mixed = 'at some ends of their ranges together the work has no price, or cannot be done';
  return together.length > 0 ? together : [{ input: paths.join(' and '), value: 'low or high', reasons: [mixed] }];
}

/** Why the work has no total at some ends; null where it has one. */
function reasonsAt(work: ReadWork, ends: ReadonlyMap<string, End>, pricing: Pricing): readonly string[] | null {
  const { months, total } = pricePoint(pointAt(work, ends), pricing);
  if (total !== null) return null;
  const reasons = months.flatMap(({ cannot, bills }) => [
    ...cannot.map(({ reason }) => reason),
    ...bills.flatMap(({ gaps }) => gaps.map(({ meter, reason }) => `${meter}: ${reason}`)),
  ]);
  return [...new Set(reasons)];
}
