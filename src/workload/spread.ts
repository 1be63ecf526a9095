import { Decimal, larger, plain, smaller } from '../engine/decimal.ts';
import { rangedPaths } from './check-point.ts';
import { isNumberField } from './field.ts';
import { FIELDS } from './fields.ts';
import { inPart } from './part-path.ts';
import { type Point, pointAt } from './point.ts';
import type { End, ReadInput } from './read-input.ts';
import type { ReadWork } from './read-workload.ts';

/** How far one input moves the total, with every other at its expected value. */
export interface Driver {
  /** `turns`, or `parts/1/workload/turns`. */
  readonly input: string;
  readonly label: string;
  readonly low: { readonly value: string; readonly total: string };
  readonly high: { readonly value: string; readonly total: string };
  /** The distance between the least and the most that it leads to. */
  readonly swing: string;
}

/** A total as a range. */
export interface Spread {
  readonly low: Decimal;
  readonly expected: Decimal;
  readonly high: Decimal;
  /** The widest first. */
  readonly drivers: readonly Driver[];
  /** The ends of the inputs that lead to the low and the high total. */
  readonly cheapest: ReadonlyMap<string, End>;
  readonly dearest: ReadonlyMap<string, End>;
}

/**
 * The range of a total. Each input is moved alone to either end of its range; the low total is that with every input
 * at the end that costs less, the high one at the end that costs more. Null where some end has no price.
 */
export function spreadOf(work: ReadWork, price: (point: Point) => Decimal | null): Spread | null {
  const expected = price(pointAt(work, new Map()));
  if (expected === null) return null;
  const drivers: { driver: Driver; swing: Decimal }[] = [];
  const cheap = new Map<string, End>();
  const dear = new Map<string, End>();
  let low = expected;
  let high = expected;
  for (const path of rangedPaths(work)) {
    const [atLow, atHigh] = (['low', 'high'] as const).map((end) => price(pointAt(work, new Map([[path, end]]))));
    if (!atLow || !atHigh) return null;
    cheap.set(path, cheapestEnd(atLow, expected, atHigh));
    dear.set(path, cheapestEnd(atLow.neg(), expected.neg(), atHigh.neg()));
    const least = smaller(smaller(atLow, atHigh), expected);
    const most = larger(larger(atLow, atHigh), expected);
    low = smaller(low, least);
    high = larger(high, most);
    const { input, label } = inputAt(work, path);
    const swing = most.minus(least);
    drivers.push({
      swing,
      driver: {
        input: path,
        label,
        low: { value: plain(input?.low ?? new Decimal(0)), total: plain(atLow) },
        high: { value: plain(input?.high ?? new Decimal(0)), total: plain(atHigh) },
        swing: plain(swing),
      },
    });
  }
  if (drivers.length > 1) {
    const [least, most] = [price(pointAt(work, cheap)), price(pointAt(work, dear))];
    if (least === null || most === null) return null;
    low = smaller(low, least);
    high = larger(high, most);
  }
  drivers.sort((a, b) => b.swing.cmp(a.swing));
  return { low, expected, high, drivers: drivers.map(({ driver }) => driver), cheapest: cheap, dearest: dear };
}

function cheapestEnd(low: Decimal, expected: Decimal, high: Decimal): End {
  if (low.lte(expected) && low.lte(high)) return 'low';
  return high.lt(expected) ? 'high' : 'expected';
}

/** The input at a path, with its words. */
export function inputAt(work: ReadWork, path: string): { input: ReadInput | undefined; label: string } {
  const into = inPart(path);
  const part = into && work.parts[into.index];
  if (part) {
    const inner = inputAt(part.work, into.key);
    return { ...inner, label: `part ${into.index + 1}: ${inner.label}` };
  }
  const field = FIELDS[work.kind][path];
  return { input: work.inputs.get(path), label: field && isNumberField(field) ? field.label : path };
}
