import type { CatalogOffer } from '../catalog.ts';
import { byKey } from './compare-periods.ts';
import type { PriceState } from './price-points.ts';

/** A price and the time for which it held, over all periods in which it stayed the same. */
export interface PriceStep {
  /** Inclusive; null is open. */
  readonly from: string | null;
  /** Exclusive; null is open. */
  readonly until: string | null;
  readonly state: PriceState;
  /** Per million of tokens and characters, else per one; null where nothing is published. */
  readonly price: string | null;
  /** Of its first period. */
  readonly source: string;
}

/** One price of an offer through time. */
export interface PriceHistory {
  readonly meter: string;
  /** Under what conditions and from what step on; empty where nothing is asked. */
  readonly rule: string;
  readonly steps: readonly PriceStep[];
}

/** How each price of an offer went, as steps for a chart or a table. Time without the price is a hole between steps. */
export function priceHistory({ periods }: Pick<CatalogOffer, 'periods'>): PriceHistory[] {
  const histories = new Map<string, { meter: string; rule: string; steps: PriceStep[] }>();
  for (const period of periods) {
    for (const [key, { meter, rule, state, price, source }] of byKey(period)) {
      const history = histories.get(key) ?? { meter, rule, steps: [] };
      histories.set(key, history);
      const last = history.steps.at(-1);
      const { from, until } = period;
      const goesOn = last !== undefined && last.until === from && last.price === price && last.state === state;
      if (goesOn) history.steps[history.steps.length - 1] = { ...last, until };
      else history.steps.push({ from, until, state, price, source });
    }
  }
  return [...histories.values()];
}
