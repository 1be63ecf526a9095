import type { Period, Rate } from '../../engine/rate-card.ts';
import type { PriceClaim } from '../schema/claims-file.ts';
import { currentPeriod, isPricedByMillion, perMillion, plainRates } from '../unit-prices.ts';
import type { ClaimFrom } from './claimed-offer.ts';

/** The rate card that a claim makes, with its source's key in place of the upstream's own and without its names of keys. */
export function claimedPeriods({ claim, source }: ClaimFrom): Period[] {
  return PERIODS[claim.price.state](claim.price as never, source);
}

type Makers = {
  readonly [S in PriceClaim['state']]: (price: Extract<PriceClaim, { state: S }>, source: string) => Period[];
};

const PERIODS: Makers = {
  published: ({ periods }, source) => periods.map((period) => withSource(period, source)),
  free: ({ printed }, source) => tokens({ state: 'included', source, reading: `taken as free, as "${printed}" says` }),
  subscription: (_price, source) => tokens({ state: 'unpublished', behind: 'plan', source }),
  unknown: (_price, source) => tokens({ state: 'unpublished', behind: 'unknown', source }),
};

type State =
  | { readonly state: 'included'; readonly source: string; readonly reading: string }
  | { readonly state: 'unpublished'; readonly behind: 'plan' | 'unknown'; readonly source: string };

/** One open period in which input and output tokens are in one state. */
function tokens(state: State): Period[] {
  const rates = ['input_tokens', 'output_tokens'].map((meter): Rate => ({ meter, ...state }));
  return [{ from: null, until: null, rates }];
}

function withSource(period: Period, source: string): Period {
  const own = <R extends { readonly source: string }>(rules: readonly R[]): R[] =>
    rules.map((rule) => ({ ...rule, source }));
  const { multipliers, allowances, fees } = period;
  return {
    ...period,
    rates: own(period.rates).map(({ spec: _, ...rate }) => rate as Rate),
    ...(multipliers ? { multipliers: own(multipliers) } : {}),
    ...(allowances ? { allowances: own(allowances) } : {}),
    ...(fees ? { fees: own(fees) } : {}),
  };
}

/** The price of each meter without conditions or tiers, of a million where that is customary. */
export function flatPrices(periods: readonly Period[]): Map<string, string> {
  const rates = [...plainRates(currentPeriod({ periods }))];
  return new Map(rates.flatMap(([meter, rate]) => (isPricedByMillion(meter) ? [[meter, perMillion(rate)]] : [])));
}
