import type { Meters } from '../../engine/meter.ts';
import type { Period, PublishedRate, Rate } from '../../engine/rate-card.ts';
import { money } from './money.ts';
import { perWords } from './unit-words.ts';

function isPublished(rate: Rate): rate is PublishedRate {
  return rate.state !== 'included' && rate.state !== 'unpublished';
}

/** The prices that hold without any condition, each as `$0.35 per 1M input tokens`. */
export function priceWords(period: Period, currency: string, meters: Meters): string[] {
  return period.rates
    .filter(isPublished)
    .filter(({ when }) => !when)
    .map((rate) => {
      const more = rate.tiers
        ? `, with other prices above ${rate.tiers.steps.length === 1 ? 'a threshold' : 'thresholds'}`
        : '';
      return `${money(rate.price, currency)} ${perWords(rate, meters)}${more}`;
    });
}

/** The meters whose use the period includes at no charge and without any condition, in words. */
export function includedWords(period: Period, meters: Meters): string[] {
  return period.rates.flatMap((rate) =>
    rate.state === 'included' && !rate.when ? [meters.get(rate.meter)?.many ?? rate.meter] : [],
  );
}
