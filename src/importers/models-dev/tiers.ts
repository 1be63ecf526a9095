import * as z from 'zod';
import type { PublishedRate, TierStep } from '../../engine/rate-card.ts';
import { flatRates } from '../cost-object.ts';
import type { Row } from '../row.ts';
import { READ_AS_CLIFF, withSteps } from '../steps.ts';
import type { ModelsDevModel } from './parse.ts';

const Tier = z.looseObject({ tier: z.looseObject({ type: z.literal('context'), size: z.int().positive() }) });

/** Flat prices, with those over a context size as steps. `context_over_200k` repeats a tier where there are tiers. */
export function tieredRates(cost: ModelsDevModel['cost'], row: Row): PublishedRate[] {
  if (!cost) return [];
  const { tiers, context_over_200k, ...flat } = cost;
  const sizes: { size: number; rates: PublishedRate[] }[] = [];
  for (const [index, value] of Array.isArray(tiers) ? tiers.entries() : []) {
    const tier = Tier.safeParse(value);
    if (!tier.success) row.note('unread_tier', `cost/tiers/${index}`, value);
    else {
      const { tier: limit, ...prices } = tier.data;
      sizes.push({ size: limit.size, rates: flatRates(prices, `cost/tiers/${index}`, undefined, row) });
    }
  }
  if (tiers !== undefined && !Array.isArray(tiers)) row.note('unread_tier', 'cost/tiers', tiers);
  if (context_over_200k && sizes.length > 0) row.note('derived_price', 'cost/context_over_200k', context_over_200k);
  else if (context_over_200k) {
    sizes.push({ size: 200_000, rates: flatRates(context_over_200k, 'cost/context_over_200k', undefined, row) });
  }
  const base = flatRates(flat, 'cost', undefined, row);
  for (const { size, rates } of sizes) {
    for (const { meter, price } of rates) {
      if (!base.some((rate) => rate.meter === meter)) row.note('unread_tier', `cost/tiers/${size}/${meter}`, price);
    }
  }
  return base.map((rate) => {
    const steps = sizes.flatMap(({ size, rates }): TierStep[] => {
      const step = rates.find(({ meter }) => meter === rate.meter);
      return step ? [{ over: String(size), price: step.price }] : [];
    });
    return withSteps(rate, steps, READ_AS_CLIFF);
  });
}
