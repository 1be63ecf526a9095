import { Decimal, ONE } from '../engine/decimal.ts';
import type { Reading } from '../usage-records/index.ts';

/** Counts of the requests themselves, which a record of one request implies and a record that sums many states. */
const OF_REQUESTS = ['requests', 'messages'] as const;

/** What a record that sums requests says of their number. */
export interface SummedRequests {
  /** Its readings, with counts of requests only where the card has rates for them: there they are no usage of their own. */
  readonly readings: readonly Reading[];
  /** The requests beyond the one that any usage counts for: 4 where it sums 5. */
  readonly further: Decimal;
}

/** Null where a record does not say how many requests it sums and the card charges for each of them. */
export function summedRequests(readings: readonly Reading[], charged: ReadonlySet<string>): SummedRequests | null {
  const stated = readings[0]?.usage['requests'];
  if (stated === undefined && OF_REQUESTS.some((meter) => charged.has(meter))) return null;
  const left = new Set<string>(OF_REQUESTS.filter((meter) => !charged.has(meter)));
  return {
    readings: readings.map(({ label, usage }) => ({
      label,
      usage: Object.fromEntries(Object.entries(usage).filter(([meter]) => !left.has(meter))),
    })),
    further: stated === undefined ? new Decimal(0) : new Decimal(stated).minus(ONE),
  };
}
