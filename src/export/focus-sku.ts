import type { When } from '../engine/condition.ts';
import type { Meters } from '../engine/meter.ts';
import type { Period, Rate } from '../engine/rate-card.ts';
import { whenWords } from '../engine/when-words.ts';

/** What is sold: one SKU for each meter of an offer. `acme/small#input_tokens` */
export function skuId(offer: string, meter: string): string {
  return `${offer}#${meter}`;
}

/**
 * A price of a SKU: the same over time and for all accounts, another one for each condition and each step of a
 * tier. Amount, currency and dates are no part of it. `acme/small#input_tokens@service_tier batch>200000`
 */
export function skuPriceId(offer: string, rate: Rate, stepIndex: number): string {
  const words = rate.when ? whenWords(undated(rate.when)) : '';
  const over = 'price' in rate ? rate.tiers?.steps[stepIndex]?.over : undefined;
  return `${skuId(offer, rate.meter)}${words ? `@${words}` : ''}${over === undefined ? '' : `>${over}`}`;
}

function undated({ dates, ...rest }: When): When {
  return rest;
}

/** Which way tokens go: into the model or out of it; undefined for what is neither. */
export function tokenDirection(meter: string, meters: Meters): 'Input' | 'Output' | undefined {
  const chain = [meter, ...(meters.get(meter)?.ancestors ?? [])];
  if (chain.includes('input_tokens')) return 'Input';
  return chain.includes('output_tokens') ? 'Output' : undefined;
}

/**
 * What a cache did with input tokens. `Uncached` where the card prices cached tokens apart; undefined where it does
 * not distinguish them, and for everything that is not input.
 */
export function tokenCacheAction(
  meter: string,
  period: Period | undefined,
  meters: Meters,
): 'Read' | 'Write' | 'Uncached' | undefined {
  const kind = cacheKind(meter, meters);
  if (kind) return kind;
  if (tokenDirection(meter, meters) !== 'Input') return undefined;
  return period?.rates.some((rate) => cacheKind(rate.meter, meters)) ? 'Uncached' : undefined;
}

function cacheKind(meter: string, meters: Meters): 'Read' | 'Write' | undefined {
  const chain = [meter, ...(meters.get(meter)?.ancestors ?? [])];
  if (chain.includes('cache_read_tokens')) return 'Read';
  return chain.includes('cache_write_tokens') ? 'Write' : undefined;
}
