import type { Draw } from './draw.ts';

/** Counts, and limits that lie on, just below and just above them. */
const COUNTS = [0, 1, 2, 3, 7, 10, 99, 100, 101, 1000, 1024, 128_000, 200_000, 200_001, 272_000, 1_000_000] as const;
const LIMITS = ['0', '1', '2', '7', '10', '100', '100.5', '1000', '128000', '200000', '200001', '1000000'] as const;

/** A decimal below `limit` with up to `places` places, as a card would print it. */
export function decimal(draw: Draw, limit: number, places: number): string {
  const text = String(draw.below(limit));
  const length = draw.below(places + 1);
  if (length === 0) return text;
  const fraction = Array.from({ length }, () => draw.below(10)).join('');
  return `${text}.${fraction}`;
}

export function price(draw: Draw): string {
  if (draw.chance(40)) return draw.pick(['1', '3', '15', '0.35', '0.0019', '2.50', '0.075', '0']);
  return draw.chance(50) ? decimal(draw, 20, 4) : `0.${decimal(draw, 1, 11).slice(2)}${1 + draw.below(9)}`;
}

export function per(draw: Draw): number {
  return draw.pick([1, 1_000_000, 1000, 3600, 60, 7, 3, 1024]);
}

/** A count in thousandths, mostly whole. */
export function thousandths(draw: Draw): bigint {
  const near = BigInt(COUNTS[draw.below(COUNTS.length)] ?? 0);
  const count = draw.chance(30) ? BigInt(draw.below(3_000_000)) : near;
  return count * 1000n + (draw.chance(10) ? BigInt(draw.below(1000)) : 0n);
}

/** A usage count as a caller may write it: a number where whole and so drawn, else text. */
export function countText(draw: Draw, thousandth: bigint): string | number {
  const whole = thousandth / 1000n;
  const rest = thousandth % 1000n;
  if (rest > 0n) return `${whole}.${String(rest).padStart(3, '0')}`;
  return draw.chance(20) ? String(whole) : Number(whole);
}

/** Ascending limits, all different. */
export function limits(draw: Draw): string[] {
  const found = new Set(Array.from({ length: 1 + draw.below(3) }, () => LIMITS[draw.below(LIMITS.length)] ?? '0'));
  return [...found].sort((a, b) => Number(a) - Number(b));
}
