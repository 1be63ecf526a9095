import type { Meters } from '../../engine/meter.ts';
import type { Period, PublishedRate, Rate } from '../../engine/rate-card.ts';
import { type AskedPrice, askedPrices } from './asked-prices.ts';
import { listWords } from './list.ts';
import { money } from './money.ts';
import { perWords } from './unit-words.ts';

function isPublished(rate: Rate): rate is PublishedRate {
  return rate.state !== 'included' && rate.state !== 'unpublished';
}

/**
 * What a period charges at a moment: the prices that hold without any condition, as `$0.35 per 1M input tokens`; where
 * there are none, those that need one, as `$0.22 to $0.44 per 1M input tokens, by time of day`; where nothing is
 * charged for, what costs nothing. Null where no price is published.
 */
export function costWords(period: Period, currency: string, meters: Meters, at: string): string | null {
  const plain = priceWords(period, currency, meters);
  if (plain.length > 0) return listWords(plain);
  const asked = askedPrices(period, at);
  if (asked.length > 0) return askedWords(asked, currency, meters);
  const included = includedWords(period, meters);
  return included.length > 0 ? `nothing for ${listWords(included)}` : null;
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

/** Prices under one condition, which then is said once, or each with its own. */
function askedWords(asked: readonly AskedPrice[], currency: string, meters: Meters): string {
  const [condition, ...others] = new Set(asked.map((one) => one.condition));
  const prices = asked.map((one) => `${rangeWords(one, (price) => money(price, currency))} ${perWords(one, meters)}`);
  if (condition !== undefined && others.length === 0) return `${listWords(prices)}${afterPrice(condition)}`;
  return listWords(prices.map((price, index) => `${price}${afterPrice(asked[index]?.condition ?? '')}`));
}

/** `0.22 to 0.44`, and one price where both are the same. */
export function rangeWords({ least, most }: AskedPrice, words: (price: string) => string): string {
  return least === most ? words(least) : `${words(least)} to ${words(most)}`;
}

/** A condition as it follows a price: ` when speed fast`, `, by time of day`. */
export function afterPrice(condition: string): string {
  return condition.startsWith('by ') ? `, ${condition}` : ` ${condition}`;
}

/** The meters whose use the period includes at no charge and without any condition, in words. */
export function includedWords(period: Period, meters: Meters): string[] {
  return period.rates.flatMap((rate) =>
    rate.state === 'included' && !rate.when ? [meters.get(rate.meter)?.many ?? rate.meter] : [],
  );
}
