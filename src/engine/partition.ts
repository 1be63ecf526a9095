import { type Decimal, plain, ZERO } from './decimal.ts';
import { containersOf, type Meters, partsOf } from './meter.ts';
import type { EngineProblem } from './problem.ts';

/** How the counts of some meters overlap; the same for every usage that names the same meters. */
export interface Overlaps {
  readonly meters: Meters;
  /** The meters, each after everything that it contains. */
  readonly ids: readonly string[];
  /** For each meter, the positions of all those that it contains, directly or not. */
  readonly inside: readonly (readonly number[])[];
  /** Outermost wholes that are not among the meters, though parts of them are. */
  readonly unstatedWholes: readonly string[];
  /** Pairs of positions that could overlap, whose overlap is not among the meters. */
  readonly unstatedOverlaps: readonly (readonly [number, number])[];
}

/** Works out how the counts of some meters overlap. */
export function overlapsOf(stated: readonly string[], meters: Meters): Overlaps {
  const depth = (id: string): number => containersOf(id, meters).length;
  const ids = [...stated].sort((a, b) => depth(b) - depth(a));
  const position = new Map(ids.map((id, index) => [id, index]));
  const inside = ids.map((id) => partsOf(id, meters).flatMap((part) => position.get(part) ?? []));
  return {
    meters,
    ids,
    inside,
    unstatedWholes: unstatedWholes(ids, meters),
    unstatedOverlaps: unstatedOverlaps(ids, meters),
  };
}

/**
 * Takes overlapping counts apart into disjoint ones, in the order of `overlaps.ids`. A whole keeps what its parts
 * leave: 1,000 `input_tokens` with 800 `cache_read_tokens` are 800 cached and 200 others. Parts that come to more
 * than their whole are a problem; nothing is clamped.
 */
export function partition(
  overlaps: Overlaps,
  counts: ReadonlyMap<string, Decimal>,
  path: string,
  problems: EngineProblem[],
): Decimal[] {
  const parts: Decimal[] = [];
  for (const [index, id] of overlaps.ids.entries()) {
    const count = counts.get(id) ?? ZERO;
    const inside = overlaps.inside[index] ?? [];
    let left = count;
    for (const part of inside) left = left.minus(parts[part] ?? ZERO);
    if (left.isNegative() && !left.isZero()) {
      const named = inside.map((part) => overlaps.ids[part] ?? '');
      const args = {
        whole: id,
        count: plain(count),
        parts: named.map((part) => `${part} ${plain(counts.get(part) ?? ZERO)}`).join(', '),
        sum: plain(count.minus(left)),
        overlaps: overlapsWithin(overlaps, inside),
      };
      problems.push({ code: 'part_exceeds_whole', args, path: `${path}.${id}` });
    }
    parts.push(left);
  }
  return parts;
}

/** The pairs among some positions that may count the same units, with the outermost meters that would say how many. */
function overlapsWithin({ ids, meters, unstatedOverlaps: pairs }: Overlaps, inside: readonly number[]) {
  return pairs.flatMap(([first, second]) => {
    if (!inside.includes(first) || !inside.includes(second)) return [];
    const [a = '', b = ''] = [ids[first], ids[second]];
    const both = partsOf(a, meters).filter((id) => partsOf(b, meters).includes(id));
    const shared = both.filter((id) => !both.some((other) => containersOf(id, meters).includes(other)));
    return [{ a, b, shared }];
  });
}

function unstatedWholes(ids: readonly string[], meters: Meters): string[] {
  const wholes = new Set<string>();
  for (const id of ids) {
    const above = containersOf(id, meters);
    if (above.some((whole) => ids.includes(whole))) continue;
    for (const whole of above) if (containersOf(whole, meters).length === 0) wholes.add(whole);
  }
  return [...wholes];
}

function unstatedOverlaps(ids: readonly string[], meters: Meters): [number, number][] {
  return ids.flatMap((a, first) =>
    ids.slice(first + 1).flatMap((b, offset): [number, number][] => {
      const within = partsOf(a, meters);
      const other = partsOf(b, meters);
      if (within.includes(b) || other.includes(a)) return [];
      const shared = within.filter((id) => other.includes(id));
      return shared.length > 0 && !shared.some((id) => ids.includes(id)) ? [[first, first + 1 + offset]] : [];
    }),
  );
}
