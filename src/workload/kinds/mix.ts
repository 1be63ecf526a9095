import { Decimal, HUNDRED, ZERO } from '../../engine/decimal.ts';
import type { Expand } from '../expand.ts';
import type { Point } from '../point.ts';
import type { WorkGroup } from '../work-group.ts';

/** Each part with its share of the volume, in whole units. */
export function mixGroups(point: Point, volume: Decimal, month: number, expand: Expand): WorkGroup[] {
  const shares = apportion(
    volume,
    point.parts.map(({ share }) => share),
  );
  return point.parts.flatMap(({ offer, point: part }, index) =>
    expand(part, shares[index] ?? ZERO, month).map((group) => ({
      ...group,
      label: `part ${index + 1}, ${group.label}`,
      offer: group.offer ?? (group.role === 'answer' ? offer : null),
    })),
  );
}

/**
 * Whole units for each share, which come to the volume: 7 at 50, 30 and 20 percent are 4, 2 and 1. Each part ends
 * where the running share of the volume does, to the nearest whole, half up.
 */
export function apportion(volume: Decimal, shares: readonly Decimal[]): Decimal[] {
  let share = ZERO;
  let end = ZERO;
  return shares.map((one) => {
    share = share.plus(one);
    const next = volume.times(share).div(HUNDRED).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
    const units = next.minus(end);
    end = next;
    return units;
  });
}
