import { type Decimal, plain, sum, ZERO } from './decimal.ts';
import type { Meters } from './meter.ts';
import type { EngineProblem } from './problem.ts';

/** Overlapping counts taken apart: what each meter holds that none of its stated parts does. */
export interface Partition {
  readonly parts: ReadonlyMap<string, Decimal>;
  /** Outermost wholes that were not stated and were taken as the sum of their parts. */
  readonly inferred: readonly string[];
  /** Pairs of parts that could overlap, whose overlap was not stated and was taken as none. */
  readonly unstatedOverlaps: readonly (readonly [string, string])[];
}

/**
 * Takes overlapping counts apart into disjoint ones. A whole keeps what its parts leave:
 * 1,000 `input_tokens` with 800 `cache_read_tokens` are 800 cached and 200 others. Parts that come to more
 * than their whole are a problem; nothing is clamped.
 */
export function partition(
  counts: ReadonlyMap<string, Decimal>,
  meters: Meters,
  path: string,
  problems: EngineProblem[],
): Partition {
  const parts = new Map<string, Decimal>();
  for (const id of innermostFirst(counts, meters)) {
    const inside = (meters.get(id)?.descendants ?? []).filter((part) => parts.has(part));
    if (inside.length === 0) {
      parts.set(id, counts.get(id) ?? ZERO);
      continue;
    }
    const taken = sum(inside.map((part) => parts.get(part) ?? ZERO));
    const left = (counts.get(id) ?? ZERO).minus(taken);
    if (left.isNegative()) {
      const args = {
        whole: id,
        count: plain(counts.get(id) ?? ZERO),
        parts: inside.map((part) => `${part} ${plain(counts.get(part) ?? ZERO)}`).join(', '),
        sum: plain(taken),
      };
      problems.push({ code: 'part_exceeds_whole', args, path: `${path}.${id}` });
    }
    parts.set(id, left);
  }
  return {
    parts,
    inferred: findInferredWholes(counts, meters),
    unstatedOverlaps: findUnstatedOverlaps(counts, meters),
  };
}

/** Outermost wholes that no count states, though parts of them are stated. */
function findInferredWholes(counts: ReadonlyMap<string, Decimal>, meters: Meters): string[] {
  const wholes = new Set<string>();
  for (const id of counts.keys()) {
    const above = meters.get(id)?.ancestors ?? [];
    if (above.some((whole) => counts.has(whole))) continue;
    for (const whole of above) if (meters.get(whole)?.ancestors.length === 0) wholes.add(whole);
  }
  return [...wholes];
}

/** The stated meters, each after everything that it contains. */
function innermostFirst(counts: ReadonlyMap<string, Decimal>, meters: Meters): string[] {
  const depth = (id: string): number => meters.get(id)?.ancestors.length ?? 0;
  const ids = [...counts.keys()];
  return ids.length < 2 ? ids : ids.sort((a, b) => depth(b) - depth(a));
}

function findUnstatedOverlaps(counts: ReadonlyMap<string, Decimal>, meters: Meters): [string, string][] {
  const used = [...counts].filter(([id, count]) => !count.isZero() && meters.get(id)?.descendants.length);
  return used.flatMap(([a], index) =>
    used.slice(index + 1).flatMap(([b]): [string, string][] => {
      const within = meters.get(a)?.descendants ?? [];
      const other = meters.get(b)?.descendants ?? [];
      if (within.includes(b) || other.includes(a)) return [];
      const shared = within.filter((id) => other.includes(id));
      return shared.length > 0 && !shared.some((id) => counts.has(id)) ? [[a, b]] : [];
    }),
  );
}
