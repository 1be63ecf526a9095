import type { Adapter } from './adapter.ts';
import { compileBounds } from './bounds.ts';
import { readQuantity } from './count.ts';
import type { StatedCounts } from './counts-of.ts';
import { crossings } from './crossing.ts';
import type { JsonObject } from './json-object.ts';
import { firstOf } from './path.ts';
import { type RecordProblem, shown } from './problem.ts';
import { readingsOf } from './readings.ts';
import type { Reading } from './usage-record.ts';

/**
 * Compiles every way to read a record's counts as usage: parts that share, parts of which the place is not sure,
 * splits that are not stated, and the number of requests of a sum. Null where there is none.
 */
export function compileReadings(
  adapter: Adapter,
): (record: JsonObject, counts: StatedCounts, problems: RecordProblem[]) => readonly Reading[] | null {
  if (adapter.moneyOnly) return () => [];
  const toReadings = readingsOf(adapter);
  const crossed = adapter.crossings ? crossings(adapter) : null;
  const bounded = compileBounds(adapter);
  const takeRequests = adapter.requests ? firstOf(adapter.requests) : null;
  return (record, { values, total }, problems) => {
    const own = crossed
      ? crossed(values).flatMap((some) => toReadings(some, total, problems))
      : toReadings(values, total, problems);
    if (own.length === 0) return null;
    const readings = bounded(own, record);
    const found = takeRequests?.(record);
    if (found === undefined) return readings;
    const requests = readQuantity(found, true);
    if (requests === null) {
      problems.push({ code: 'malformed_count', args: { field: 'requests', value: shown(found) }, path: '' });
      return null;
    }
    return readings.map(({ label, usage }) => ({ label, usage: { ...usage, requests, messages: requests } }));
  };
}
