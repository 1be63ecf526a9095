import type { Catalog, CatalogModel } from '../../catalog/catalog.ts';
import { offersOf } from '../../catalog/offers-of.ts';
import { currentPeriod, isPricedByMillion, perMillion, plainRates } from '../../catalog/unit-prices.ts';
import { Decimal, plain } from '../../engine/decimal.ts';
import type { Thing } from './json-ld.ts';

/** The meters for which a model's sellers are held against one another. */
const COMPARED = ['input_tokens', 'output_tokens', 'messages'];

/**
 * The range of a model's prices, one AggregateOffer for each meter that two or more offers price in the currency
 * without tiers or conditions at a date: per million of what is sold by the million, else for one.
 */
export function modelThings(catalog: Catalog, model: CatalogModel, at: string, currency: string): Thing[] {
  const cards = offersOf(catalog, model.id)
    .filter((offer) => offer.currency === currency)
    .map((offer) => plainRates(currentPeriod(offer, at)));
  return COMPARED.flatMap((meter): Thing[] => {
    const prices = cards.flatMap((rates) => {
      const rate = rates.get(meter);
      if (!rate || rate.tiers || rate.block) return [];
      if (!isPricedByMillion(meter) && rate.per !== 1) return [];
      return [new Decimal(isPricedByMillion(meter) ? perMillion(rate) : rate.price)];
    });
    if (prices.length < 2) return [];
    const words = catalog.meters.get(meter);
    const unit = isPricedByMillion(meter) ? `1,000,000 ${words?.many ?? meter}` : `1 ${words?.one ?? meter}`;
    return [
      {
        '@type': 'AggregateOffer',
        name: `${model.name}: price of ${unit}`,
        priceCurrency: currency,
        lowPrice: plain(Decimal.min(...prices)),
        highPrice: plain(Decimal.max(...prices)),
        offerCount: prices.length,
        itemOffered: { '@type': 'Service', name: `${unit} of ${model.name}` },
      },
    ];
  });
}
