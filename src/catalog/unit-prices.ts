import { Decimal, plain } from '../engine/decimal.ts';
import { divideBy } from '../engine/divide.ts';
import type { Offer } from '../engine/offer.ts';
import type { Period, PublishedRate } from '../engine/rate-card.ts';

const MILLION = new Decimal(1_000_000);

/** The period whose rates hold now or will hold last: the open one, else the last. */
export function currentPeriod(offer: Pick<Offer, 'periods'>, at?: string): Period | undefined {
  if (at === undefined) return offer.periods.find(({ until }) => until === null) ?? offer.periods.at(-1);
  const ms = Date.parse(at);
  return offer.periods.find(
    ({ from, until }) => (from === null || Date.parse(from) <= ms) && (until === null || ms < Date.parse(until)),
  );
}

/** The published rates of a period that hold without any condition, by meter. */
export function plainRates(period: Period | undefined): Map<string, PublishedRate> {
  const rates = (period?.rates ?? []).filter(
    (rate): rate is PublishedRate => rate.state !== 'included' && rate.state !== 'unpublished' && !rate.when,
  );
  return new Map(rates.map((rate) => [rate.meter, rate]));
}

/** The price of a million units: `{price: "0.00035", per: 1000}` is `"0.35"`. */
export function perMillion(rate: Pick<PublishedRate, 'price' | 'per'>): string {
  return plain(divideBy(new Decimal(rate.per))(new Decimal(rate.price).times(MILLION)).value);
}

/** Whether a meter is customarily priced by the million. */
export function isPricedByMillion(meter: string): boolean {
  return meter.endsWith('_tokens') || meter.endsWith('_characters');
}
