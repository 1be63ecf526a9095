import { plain } from '../engine/decimal.ts';
import { rangedPaths } from './check-point.ts';
import { pointAt } from './point.ts';
import type { Pricing } from './price-month.ts';
import { pricePoint } from './price-point.ts';
import type { ReadWork } from './read-workload.ts';
import { inputAt } from './spread.ts';

/** An end of an input's range at which the work has no total, and why. */
export interface FailingEnd {
  readonly input: string;
  readonly value: string;
  readonly reasons: readonly string[];
}

/** The ends of ranges at which an offer cannot do the work or has no price for it, though it has at the expected values. */
export function failingEnds(work: ReadWork, pricing: Pricing): FailingEnd[] {
  return rangedPaths(work).flatMap((input) =>
    (['low', 'high'] as const).flatMap((end): FailingEnd[] => {
      const { months, total } = pricePoint(pointAt(work, new Map([[input, end]])), pricing);
      if (total !== null) return [];
      const reasons = months.flatMap(({ cannot, bills }) => [
        ...cannot.map(({ reason }) => reason),
        ...bills.flatMap(({ gaps }) => gaps.map(({ meter, reason }) => `${meter}: ${reason}`)),
      ]);
      const value = inputAt(work, input).input?.[end];
      return [{ input, value: value ? plain(value) : '', reasons: [...new Set(reasons)] }];
    }),
  );
}
