import type { Adapter } from './adapter.ts';
import { isEqual, type Quantity } from './count.ts';
import { flips, flipText } from './flips.ts';
import type { RecordProblem } from './problem.ts';
import type { Reading } from './usage-record.ts';
import { compileWholes, type Values } from './whole-counts.ts';

/** Brings the counts of one record into usage; what does not add up goes to `problems`. */
export type ReadCounts = (
  values: Values,
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
export function readingsOf(adapter: Adapter): ReadCounts {
  const { counts } = adapter;
  const { meters, beside, inside, normal, broken, sumOf, usageOf } = compileWholes(adapter);
  const hasUnsure = counts.some(({ part }) => part?.unsure);
  /** The readings that differ in parts of which the format does not tell where they are. */
  const otherWays = (values: Values): Reading[] =>
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
