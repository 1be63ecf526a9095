import type { Adapter } from './adapter.ts';
import { addUp, isEqual, type Quantity, readQuantity } from './count.ts';
import type { JsonObject } from './json-object.ts';
import { getter, pathText } from './path.ts';
import type { RecordProblem } from './problem.ts';

/** Compiles the sums that an adapter declares; checked only where every field is stated. */
export function sumChecks({ sums = [] }: Adapter): (record: JsonObject, problems: RecordProblem[]) => void {
  const checks = sums.map(({ whole, parts }) => ({
    whole: pathText(whole),
    parts: parts.map(pathText).join(' + '),
    takeWhole: getter(whole),
    takes: parts.map(getter),
  }));
  return (record, problems) => {
    for (const { whole, parts, takeWhole, takes } of checks) {
      const stated = readQuantity(takeWhole(record), false);
      const values = takes.map((take) => readQuantity(take(record), false));
      if (stated === null || values.includes(null)) continue;
      const sum = (values as Quantity[]).reduce(addUp, 0);
      if (isEqual(sum, stated)) continue;
      const args = { whole, stated: String(stated), parts, sum: String(sum) };
      problems.push({ code: 'sum_differs', args, path: whole });
    }
  };
}
