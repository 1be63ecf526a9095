import type { Meters, Period, Rate, When } from '../../engine/index.ts';

/** Every meter that a card speaks of, in the order of the meters. */
export function metersOf(period: Period, meters: Meters): string[] {
  const tiered = period.rates.flatMap((rate) =>
    'tiers' in rate && rate.tiers && 'subject' in rate.tiers ? [rate.tiers.subject] : [],
  );
  const free = (period.allowances ?? []).flatMap((allowance) => allowance.meters);
  const committed = (period.commitments ?? []).map(({ meter }) => meter);
  const spoken = new Set([...period.rates.map(({ meter }) => meter), ...tiered, ...free, ...committed]);
  return [...meters.keys()].filter((meter) => spoken.has(meter));
}

/** Every condition of a card's rules. */
export function whensOf(period: Period): When[] {
  const { rates, multipliers, allowances, fees, minimums, commitments, credits } = period;
  const rules = [rates, multipliers, allowances, fees, minimums, commitments, credits];
  return rules.flatMap((list) => (list ?? []).flatMap(({ when }: Pick<Rate, 'when'>) => (when ? [when] : [])));
}

/** Whether a card has a rule that counts by the day. */
export function countsDays({
  rates,
  allowances = [],
  fees = [],
  minimums = [],
  commitments = [],
  credits = [],
}: Period): boolean {
  const tiers = rates.flatMap((rate) => ('tiers' in rate && rate.tiers && 'span' in rate.tiers ? [rate.tiers] : []));
  const above = fees.flatMap((fee) => (fee.kind === 'percent' ? (fee.above ?? []) : fee));
  return [...tiers, ...above, ...allowances, ...minimums, ...commitments, ...credits].some(
    ({ span }) => span === 'day',
  );
}
