import type { Meters } from '../../engine/meter.ts';
import type { Period } from '../../engine/rate-card.ts';
import type { Catalog, CatalogOffer } from '../catalog.ts';
import { currentPeriod, isPricedByMillion, plainRates } from '../unit-prices.ts';
import { money } from '../words/money.ts';
import { unitWords } from '../words/unit-words.ts';
import { unitPrice } from './other-rule.ts';
import type { Field, PriceCard, Speaker, Statement } from './statement.ts';

const MILLION = 1_000_000;

/** The prices that an offer asks at a date without any condition, each as a statement that knows the whole card. */
export function priceStatements(offer: CatalogOffer, { meters }: Catalog, speaker: Speaker, at?: string): Statement[] {
  const period = currentPeriod(offer, at);
  const rates = [...plainRates(period)];
  const card = priceCard(offer, period);
  return rates.map(([meter, rate]) => {
    const value = unitPrice(rate);
    const as_of = sourceDate(offer, rate.source);
    return {
      field: priceField(meter, offer.currency, meters),
      value,
      shown: money(value, offer.currency),
      speaker,
      source: rate.source,
      meter,
      card,
      ...(as_of === undefined ? {} : { as_of }),
    };
  });
}

/** The prices of an offer in one period, and those of the periods that ended before it. */
export function priceCard(offer: Pick<CatalogOffer, 'periods'>, period: Period | undefined): PriceCard {
  const before = period ? offer.periods.slice(0, offer.periods.indexOf(period)) : [];
  return {
    plain: plainPrices(period),
    period: period ?? null,
    earlier: before.flatMap((past) =>
      past.until === null
        ? []
        : [...plainPrices(past)].map(([meter, price]) => ({ meter, price, until: past.until ?? '' })),
    ),
  };
}

/** The prices of a period that hold without any condition, by meter, as {@link Statement.value} gives them. */
export function plainPrices(period: Period | undefined): Map<string, string> {
  return new Map([...plainRates(period)].map(([meter, rate]) => [meter, unitPrice(rate)]));
}

/** The price of a meter, as a field that can be stated. */
export function priceField(meter: string, currency: string, meters: Meters): Field {
  const million = isPricedByMillion(meter);
  const unit = unitWords({ meter, per: million ? MILLION : 1 }, meters);
  return { id: `price/${currency}/${meter}`, kind: 'price', label: `Price of ${million ? unit : `a ${unit}`}` };
}

/** When a source of an offer says what it says. */
export function sourceDate(offer: Pick<CatalogOffer, 'sources'>, key: string): string | undefined {
  const source = offer.sources[key];
  return source?.as_of ?? source?.retrieved;
}
