import type { Meters } from '../../engine/meter.ts';
import type { PublishedRate } from '../../engine/rate-card.ts';
import { groupDigits } from './money.ts';

/** `per 1M input tokens`, `per web search`. */
export function perWords(rate: Pick<PublishedRate, 'per' | 'meter'>, meters: Meters): string {
  return `per ${unitWords(rate, meters)}`;
}

/** What a price buys: `1M input tokens`, `web search`. */
export function unitWords({ per, meter }: Pick<PublishedRate, 'per' | 'meter'>, meters: Meters): string {
  const words = meters.get(meter);
  if (per === 1) return words?.one ?? meter;
  const size = per % 1_000_000 === 0 ? `${per / 1_000_000}M` : groupDigits(String(per));
  return `${size} ${words?.many ?? meter}`;
}
