import type { PreparedPeriod } from './prepare.ts';

/** The meters whose whole count over all requests decides a price or a fee. */
export function countedMeters({ rates, period }: PreparedPeriod): string[] {
  const volumes = rates.flatMap((rate) =>
    rate.state === 'published' && rate.tiers?.kind === 'volume' ? [rate.tiers.subject] : [],
  );
  return [...new Set([...volumes, ...(period.commitments ?? []).map(({ meter }) => meter)])];
}
