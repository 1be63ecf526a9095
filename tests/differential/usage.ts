import { STANDARD_METERS } from '../../src/engine/standard-meters.ts';
import type { Draw } from '../arbitrary/draw.ts';

/** Counts near the thresholds of tiers, and the smallest. */
const NEAR = [0, 1, 9, 10, 11, 1000, 127_999, 128_000, 199_999, 200_000, 200_001, 271_999, 272_000, 272_001, 512_000];
/** Meters whose counts do not overlap those of a card, where it does not price them. */
const ELSEWHERE = ['web_searches', 'storage_searches', 'code_executions', 'rerank_searches', 'input_characters'];
const METERS = [...STANDARD_METERS.values()];

/**
 * One request's usage whose parts fit into their wholes: for some meters what is theirs alone is drawn, and each
 * count is the sum of that over the meter and all that it contains. Meters are mostly those of the card.
 */
export function drawUsage(draw: Draw, priced: readonly string[]): Record<string, number> {
  const own = new Map<string, number>();
  for (const meter of priced) if (meter !== 'requests' && draw.chance(75)) own.set(meter, drawCount(draw));
  if (draw.chance(25)) {
    const below = METERS.filter(({ ancestors }) => ancestors.some((id) => priced.includes(id)));
    const part = below[draw.below(below.length)];
    if (part) own.set(part.id, drawCount(draw));
  }
  if (draw.chance(10)) own.set(draw.pick(['web_searches', ...ELSEWHERE]), 1 + draw.below(20));
  const counted = new Set([...own.keys()].flatMap((id) => [id, ...(STANDARD_METERS.get(id)?.ancestors ?? [])]));
  return Object.fromEntries([...counted].map((id) => [id, wholeOf(id, own)]));
}

function wholeOf(id: string, own: ReadonlyMap<string, number>): number {
  const inside = [id, ...(STANDARD_METERS.get(id)?.descendants ?? [])];
  return inside.reduce((sum, meter) => sum + (own.get(meter) ?? 0), 0);
}

function drawCount(draw: Draw): number {
  if (draw.chance(40)) return NEAR[draw.below(NEAR.length)] ?? 0;
  return draw.chance(50) ? draw.below(5000) : draw.below(600_000);
}

const FIRST = Date.UTC(2024, 0, 1);
const DAYS = 1300;
const EDGES = [0, 30, 60, 240, 360, 600, 990];

/** A moment from 2024 to the middle of 2027, often on the hour at which some price changes. */
export function drawMoment(draw: Draw): Date {
  const minute = draw.chance(40) ? (EDGES[draw.below(EDGES.length)] ?? 0) + draw.below(2) : draw.below(1440);
  return new Date(FIRST + draw.below(DAYS) * 86_400_000 + minute * 60_000);
}
