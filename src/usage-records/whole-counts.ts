import { STANDARD_METERS } from '../engine/standard-meters.ts';
import type { Adapter } from './adapter.ts';
import { addUp, isNegative, type Quantity, takeAway } from './count.ts';
import type { Reading } from './usage-record.ts';

/** The counts of a record, in the order of its adapter's; absent ones are undefined. */
export type Values = readonly (Quantity | undefined)[];

/** How the counts of an adapter become wholes that hold their parts. */
export interface WholeCounts {
  readonly meters: readonly string[];
  /** Whether the format reports each count beside its whole. */
  readonly beside: readonly boolean[];
  /** The positions of everything within each count. */
  readonly inside: readonly (readonly number[])[];
  /** Adds parts that are beside their whole to it; one that is not stated is what its own parts come to. */
  readonly normal: (values: Values, beside: readonly boolean[]) => Values;
  /** The position of a whole that is smaller than its parts; -1 where all hold. */
  readonly broken: (full: Values) => number;
  /** What the record's total must be. */
  readonly sumOf: (full: Values) => Quantity;
  readonly usageOf: (full: Values) => Reading['usage'];
}

/** Compiles the wholes and parts of an adapter. 3 beside 10 are 13 with 3 inside; 13 inside 10 is broken. */
export function compileWholes({ counts, total }: Pick<Adapter, 'counts' | 'total'>): WholeCounts {
  const meters = counts.map(({ meter }) => meter);
  const wholeOf = counts.map(({ part }) => (part ? meters.indexOf(part.of) : -1));
  const beside = counts.map(({ part }) => part?.relation === 'beside');
  const order = innermostFirst(meters);
  const inside = meters.map((meter) =>
    (STANDARD_METERS.get(meter)?.descendants ?? []).map((id) => meters.indexOf(id)).filter((index) => index >= 0),
  );
  const wholes = (total?.of ?? []).map((meter) => meters.indexOf(meter));

  const partsOf = (whole: number, full: Values, isBeside: readonly boolean[]): Quantity | undefined => {
    const parts = full.filter((_, part) => wholeOf[part] === whole && !isBeside[part]);
    return parts.reduce((sum, part) => (part === undefined ? sum : addUp(sum ?? 0, part)), undefined);
  };
  const normal = (values: Values, isBeside: readonly boolean[]): Values => {
    const full = [...values];
    for (const index of order) {
      const whole = wholeOf[index] ?? -1;
      if (whole < 0 || !isBeside[index]) continue;
      const value = full[index] ?? partsOf(index, full, isBeside);
      if (value === undefined) continue;
      full[index] = value;
      full[whole] = addUp(full[whole] ?? 0, value);
    }
    return full;
  };
  const broken = (full: Values): number => {
    const own: Quantity[] = [];
    for (const index of order) {
      const value = full[index];
      if (value === undefined) continue;
      let left = value;
      for (const part of inside[index] ?? []) if (full[part] !== undefined) left = takeAway(left, own[part] ?? 0);
      if (isNegative(left)) return index;
      own[index] = left;
    }
    return -1;
  };
  const sumOf = (full: Values): Quantity => wholes.reduce<Quantity>((sum, index) => addUp(sum, full[index] ?? 0), 0);
  const usageOf = (full: Values): Reading['usage'] => {
    const usage: Record<string, Quantity> = {};
    for (let index = 0; index < meters.length; index += 1) {
      const value = full[index];
      if (value !== undefined && (value !== 0 || counts[index]?.required)) usage[meters[index] as string] = value;
    }
    return usage;
  };
  return { meters, beside, inside, normal, broken, sumOf, usageOf };
}

/** Positions of meters, each after everything that it contains. */
function innermostFirst(meters: readonly string[]): number[] {
  const depth = (index: number): number => STANDARD_METERS.get(meters[index] ?? '')?.ancestors.length ?? 0;
  return meters.map((_, index) => index).sort((a, b) => depth(b) - depth(a));
}
