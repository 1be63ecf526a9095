import type { Meters } from '../engine/meter.ts';

/** The meters that a usage table has columns for. */
export interface UsageColumns {
  readonly columns: readonly string[];
  readonly meters: Meters;
}

/** A common table expression that adds columns to the one before it. */
export interface PartStep {
  readonly name: string;
  readonly select: string;
}

/**
 * Takes overlapping counts apart as the engine does: what each meter holds that none of its stated parts does, as a
 * column `own_<meter>`. Innermost meters first, one step for each depth, since a whole needs its parts' columns:
 * `own_input_tokens` is `input_tokens - own_cache_read_tokens`, and 0 where the whole was not stated.
 */
export function partSteps({ columns, meters }: UsageColumns): PartStep[] {
  const depth = (meter: string): number => meters.get(meter)?.ancestors.length ?? 0;
  const depths = [...new Set(columns.map(depth))].sort((a, b) => b - a);
  return depths.map((level, index) => {
    const own = columns
      .filter((meter) => depth(meter) === level)
      .map((meter) => {
        const rest = [meter, ...partsIn(meter, { columns, meters }).map((part) => `own_${part}`)].join(' - ');
        return `CASE WHEN ${meter} IS NULL THEN 0 ELSE ${rest} END AS own_${meter}`;
      });
    const from = index === 0 ? 'requests' : `parts_${index - 1}`;
    return { name: `parts_${index}`, select: `SELECT ${from}.*,\n    ${own.join(',\n    ')}\n  FROM ${from}` };
  });
}

/** A test for rows that the engine would refuse: a negative count, or parts that exceed their whole. */
export function problemTest({ columns }: UsageColumns): string {
  return columns.length === 0 ? '1 = 0' : columns.map((meter) => `${meter} < 0 OR own_${meter} < 0`).join(' OR ');
}

/** What one request counts of a meter: as stated, else the sum of its stated parts. */
export function wholeCountSql(meter: string, usage: UsageColumns): string {
  const { columns, meters } = usage;
  const parts = partsIn(meter, usage).map((part) => `own_${part}`);
  const inferred = parts.length > 0 ? parts.join(' + ') : (meters.get(meter)?.implied ?? '0');
  if (!columns.includes(meter)) return inferred;
  return `CASE WHEN ${meter} IS NULL THEN ${inferred} ELSE ${meter} END`;
}

function partsIn(meter: string, { columns, meters }: UsageColumns): string[] {
  return (meters.get(meter)?.descendants ?? []).filter((part) => columns.includes(part));
}
