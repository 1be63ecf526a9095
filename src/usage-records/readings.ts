import { STANDARD_METERS } from '../engine/standard-meters.ts';
import type { Adapter } from './adapter.ts';
import { addUp, isEqual, isNegative, type Quantity, takeAway } from './count.ts';
import { flips, flipText } from './flips.ts';
import type { RecordProblem } from './problem.ts';
import type { Reading } from './usage-record.ts';

/** Brings the counts of one record into usage; what does not add up goes to `problems`. */
export type ReadCounts = (
  values: readonly (Quantity | undefined)[],
  stated: Quantity | undefined,
  problems: RecordProblem[],
) => readonly Reading[];

const DECLARED = 'as the format says';

/**
 * Compiles the counts of an adapter. Parts beside their whole are added to it; then every whole must hold its parts,
 * and the record's own total must be the sum of the wholes. Where that fails, the parts are read the other way: if
 * the format leaves the way open (`detect`) and just one reading fits, that is taken; otherwise all readings that
 * could be meant come back, with a problem. Nothing is clamped.
 *
 * 10120 in (128 cached inside), 1499 out with 2809 of reasoning beside and a total of 14428: 10120 + 4308 = 14428.
 */
export function readingsOf({ counts, total }: Adapter): ReadCounts {
  const meters = counts.map(({ meter }) => meter);
  const wholeOf = counts.map(({ part }) => (part ? meters.indexOf(part.of) : -1));
  const beside = counts.map(({ part }) => part?.relation === 'beside');
  const order = innermostFirst(meters);
  const inside = meters.map((meter) =>
    (STANDARD_METERS.get(meter)?.descendants ?? []).map((id) => meters.indexOf(id)).filter((index) => index >= 0),
  );
  const wholes = (total?.of ?? []).map((meter) => meters.indexOf(meter));

  const normal = (
    values: readonly (Quantity | undefined)[],
    isBeside: readonly boolean[],
  ): (Quantity | undefined)[] => {
    const full = [...values];
    for (const index of order) {
      const whole = wholeOf[index] ?? -1;
      const value = full[index];
      if (whole < 0 || value === undefined || !isBeside[index]) continue;
      full[whole] = addUp(full[whole] ?? 0, value);
    }
    return full;
  };
  /** The position of a whole that is smaller than its parts; -1 where all hold. */
  const broken = (full: readonly (Quantity | undefined)[]): number => {
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
  const sumOf = (full: readonly (Quantity | undefined)[]): Quantity =>
    wholes.reduce<Quantity>((sum, index) => addUp(sum, full[index] ?? 0), 0);
  const usageOf = (full: readonly (Quantity | undefined)[]): Reading['usage'] => {
    const usage: Record<string, Quantity> = {};
    for (let index = 0; index < meters.length; index += 1) {
      const value = full[index];
      if (value !== undefined && (value !== 0 || counts[index]?.required)) usage[meters[index] as string] = value;
    }
    return usage;
  };

  const hasUnsure = counts.some(({ part }) => part?.unsure);
  /** The readings that differ in parts of which the format does not tell where they are. */
  const otherWays = (values: readonly (Quantity | undefined)[]): Reading[] =>
    flips(counts, values)
      .filter((flipped) => flipped.every((index) => counts[index]?.part?.unsure))
      .flatMap((flipped) => {
        const full = normal(
          values,
          beside.map((one, index) => one !== flipped.includes(index)),
        );
        if (broken(full) >= 0) return [];
        const label = flipped.map((index) => flipText(counts[index], beside[index])).join(' and ');
        return [{ label, usage: usageOf(full) }];
      });

  return (values, stated, problems) => {
    const declared = normal(values, beside);
    const bad = broken(declared);
    const sum = stated === undefined ? null : sumOf(declared);
    if (bad < 0 && (sum === null || isEqual(sum, stated ?? 0))) {
      const sure = [{ label: DECLARED, usage: usageOf(declared) }];
      return hasUnsure ? [...sure, ...otherWays(values)] : sure;
    }

    const others = flips(counts, values).flatMap((flipped) => {
      const relations = beside.map((one, index) => one !== flipped.includes(index));
      const full = normal(values, relations);
      if (broken(full) >= 0 || (stated !== undefined && !isEqual(sumOf(full), stated))) return [];
      return [{ flipped, full, label: flipped.map((index) => flipText(counts[index], beside[index])).join(' and ') }];
    });
    const fewest = Math.min(...others.map(({ flipped }) => flipped.length));
    const nearest = others.filter(({ flipped }) => flipped.length === fewest);
    const [only, second] = nearest;
    if (only && !second && only.flipped.every((index) => counts[index]?.part?.detect)) {
      return [{ label: only.label, usage: usageOf(only.full) }];
    }
    if (bad >= 0) {
      const parts = (inside[bad] ?? []).flatMap((index) =>
        values[index] === undefined ? [] : [`${meters[index]} ${values[index]}`],
      );
      const args = { whole: meters[bad] ?? '', count: String(declared[bad]), parts: parts.join(', ') };
      problems.push({ code: 'part_exceeds_whole', args, path: meters[bad] ?? '' });
    } else {
      const args = { stated: String(stated), sum: String(sum), readings: nearest.map(({ label }) => label) };
      problems.push({ code: 'total_differs', args, path: 'total' });
    }
    return [
      ...(bad < 0 ? [{ label: DECLARED, usage: usageOf(declared) }] : []),
      ...nearest.map(({ label, full }) => ({ label, usage: usageOf(full) })),
    ];
  };
}

/** Positions of meters, each after everything that it contains. */
function innermostFirst(meters: readonly string[]): number[] {
  const depth = (index: number): number => STANDARD_METERS.get(meters[index] ?? '')?.ancestors.length ?? 0;
  return meters.map((_, index) => index).sort((a, b) => depth(b) - depth(a));
}
