import type { Adapter } from './adapter.ts';
import { type Quantity, readQuantity } from './count.ts';
import type { JsonObject } from './json-object.ts';
import { firstOf, pathText } from './path.ts';
import { type RecordProblem, shown } from './problem.ts';

/** The counts that a record states, in the order of its adapter's; absent ones are undefined. */
export interface StatedCounts {
  readonly values: readonly (Quantity | undefined)[];
  /** The total that the record states of itself. */
  readonly total: Quantity | undefined;
  /** Whether any count is stated. */
  readonly isStated: boolean;
  /** Whether one cannot be read, or is missing that must be there. */
  readonly isBad: boolean;
}

/** Meters of which there is no half. */
const WHOLE = /_tokens$|^images$|^requests$/;

/** Compiles the reading of a record's own counts; what is malformed or missing goes to `problems`. */
export function compileCounts(adapter: Adapter): (record: JsonObject, problems: RecordProblem[]) => StatedCounts {
  const counts = adapter.counts.map(({ meter, from, required }) => ({
    meter,
    take: firstOf(from),
    from,
    required: required === true,
    whole: WHOLE.test(meter),
  }));
  const takeTotal = firstOf(adapter.total?.from ?? []);
  return (record, problems) => {
    const values: (Quantity | undefined)[] = [];
    let isBad = false;
    let isStated = false;
    for (const { meter, take, from, required, whole } of counts) {
      const found = take(record);
      let value: Quantity | undefined;
      if (found !== undefined) {
        const quantity = readQuantity(found, whole);
        if (quantity === null) {
          isBad = true;
          const field = pathText(from.find((path) => firstOf([path])(record) !== undefined) ?? '');
          problems.push({ code: 'malformed_count', args: { field, value: shown(found) }, path: field });
        } else value = quantity;
      }
      if (value !== undefined) isStated = true;
      else if (required && !isBad) {
        isBad = true;
        const spellings = from.map(pathText);
        problems.push({ code: 'missing_count', args: { meter, spellings }, path: spellings[0] ?? '' });
      }
      values.push(value);
    }
    const foundTotal = takeTotal(record);
    const total = foundTotal === undefined ? undefined : readQuantity(foundTotal, true);
    if (total !== null) return { values, total, isStated, isBad };
    const field = pathText(adapter.total?.from[0] ?? 'total');
    problems.push({ code: 'malformed_count', args: { field, value: shown(foundTotal) }, path: field });
    return { values, total: undefined, isStated, isBad: true };
  };
}
