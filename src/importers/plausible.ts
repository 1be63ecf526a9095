import { Decimal } from '../engine/decimal.ts';
import type { PublishedRate } from '../engine/rate-card.ts';
import { MILLION } from './read-rate.ts';

/** What a million tokens of any model cost, in currency units; beyond, the upstream took one unit for another. */
const LEAST = '0.001';
const MOST = '1000';

/** Whether prices for tokens are such as somebody asks: a price for an hour of sound, or for a thousand, is not. */
export function isPlausible({ meter, price, per, tiers }: PublishedRate): boolean {
  if (!meter.endsWith('_tokens')) return true;
  return [price, ...(tiers?.steps ?? []).map((step) => step.price)].every((one) => {
    const million = new Decimal(one).times(MILLION);
    return (
      million.isZero() || (million.gte(new Decimal(LEAST).times(per)) && million.lte(new Decimal(MOST).times(per)))
    );
  });
}
