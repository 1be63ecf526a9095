import type { WayToPay } from '../../workload/index.ts';

/** How often credit is bought: `month`, `3 months`, `20 days`. */
export function everyWords({ every_months: months, every_days: days }: WayToPay): string {
  if (days !== null) return days === 1 ? 'day' : `${days} days`;
  return months === 1 ? 'month' : `${months} months`;
}

/** The cheapest ways to pay, so many; none where all come to the same. */
export function waysToChoose(ways: readonly WayToPay[], most: number): readonly WayToPay[] {
  const [first] = ways;
  const isChoice = ways.some((way) => way.paid !== first?.paid || way.stranded !== first.stranded);
  return isChoice ? ways.slice(0, most) : [];
}

/** Whether some credit of these ways ends before it is spent, so that a table says how much. */
export const losesCredit = (ways: readonly WayToPay[]): boolean => ways.some(({ expired }) => expired !== '0');
