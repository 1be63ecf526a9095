import type { PriceClaim } from '../catalog/schema/claims-file.ts';
import type { Period, PublishedRate, Rate } from '../engine/rate-card.ts';
import { STANDARD_METERS } from '../engine/standard-meters.ts';
import { isPlausible } from './plausible.ts';
import { unpricedState } from './price-state.ts';
import type { Row } from './row.ts';

/** A period whose rates have just been read: all of them prices, some perhaps zero. */
export interface ReadPeriod extends Pick<Period, 'from' | 'until'> {
  readonly rates: readonly PublishedRate[];
}

/** Whose price it is, and what was given for it. */
export interface PricedOffer {
  readonly provider: { readonly id: string; readonly name?: string | undefined };
  readonly model_id: string;
  readonly name?: string | undefined;
  /** The prices as the upstream gives them; null where it gives none. */
  readonly given: unknown;
}

/**
 * The state of a price and its periods. Prices that are all zero are no price: free or a plan's where words say so,
 * else unknown. A zero beside other prices becomes a rate without a price, so that nothing is billed at nothing.
 */
export function priceClaim(read: readonly ReadPeriod[], offer: PricedOffer, row: Row): PriceClaim {
  const periods = read.map((period) => ({ ...period, rates: period.rates.filter((rate) => isTaken(rate, row)) }));
  const rates = periods.flatMap((period) => period.rates);
  if (rates.some(isCharged)) {
    const settled = periods.map((period) => ({
      ...period,
      rates: period.rates.flatMap((rate) => settleZero(rate, row)),
    }));
    return { state: 'published', periods: settled };
  }
  const isLeftOut = rates.length < read.flatMap((period) => period.rates).length;
  if ((rates.length === 0 || isLeftOut) && offer.given !== null) {
    row.note('not_readable', '', offer.given);
    return { state: 'unknown', reason: 'not_readable' };
  }
  const { provider, model_id, name } = offer;
  const state = unpricedState({ provider, model_id, name, given: rates.length > 0 ? 'zeros' : 'nothing' });
  row.note(state.state === 'unknown' ? state.reason : state.evidence, '', offer.given);
  return state;
}

function isTaken(rate: PublishedRate, row: Row): boolean {
  if (isPlausible(rate)) return true;
  row.note('implausible_price', rate.spec ?? rate.meter, rate.price);
  return false;
}

export function isAboveZero(price: string): boolean {
  return /[1-9]/.test(price);
}

function isCharged({ price, tiers }: PublishedRate): boolean {
  return isAboveZero(price) || (tiers?.steps.some((step) => isAboveZero(step.price)) ?? false);
}

/** A zero for what every request makes, such as the request itself, says that it is not charged for apart. */
function settleZero(rate: PublishedRate, row: Row): Rate[] {
  if (isCharged(rate)) return [rate];
  if (STANDARD_METERS.get(rate.meter)?.implied !== undefined) {
    row.note('zero_as_absent', rate.spec ?? rate.meter, rate.price);
    return [];
  }
  row.note('zero_beside_prices', rate.spec ?? rate.meter, rate.price);
  const { price, per, tiers, block, state, ...rest } = rate;
  return [{ ...rest, state: 'unpublished' }];
}
