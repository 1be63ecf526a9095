import type { Catalog, CatalogOffer } from '../catalog.ts';
import { currentPeriod } from '../unit-prices.ts';
import { money } from '../words/money.ts';
import { differencesOf, type FieldDifferences } from './field-differences.ts';
import { plainPrices, priceCard, priceField, sourceDate } from './price-statements.ts';
import type { PriceCard, Statement } from './statement.ts';

/**
 * Where the sources of one offer give different prices for it, meter by meter. The price that bills use is the first
 * opinion of each dispute.
 */
export function disputeDifferences(offer: CatalogOffer, { meters }: Catalog, at?: string): FieldDifferences[] {
  const { disputes } = offer.trust;
  const period = currentPeriod(offer, at);
  const used = plainPrices(period);
  const cardOf = (source: string): PriceCard => {
    if (source === disputes[0]?.opinions[0]?.source) return priceCard(offer, period);
    const own = disputes.flatMap(({ meter, opinions }) =>
      opinions.flatMap((opinion): [string, string][] => (opinion.source === source ? [[meter, opinion.price]] : [])),
    );
    return { plain: new Map([...used, ...own]), period: null, earlier: [] };
  };
  return disputes.flatMap(({ meter, opinions }) =>
    differencesOf(
      opinions.map(({ source, price }): Statement => {
        const as_of = sourceDate(offer, source);
        return {
          field: priceField(meter, offer.currency, meters),
          value: price,
          shown: money(price, offer.currency),
          speaker: { name: offer.sources[source]?.title ?? source, offer: offer.id },
          source,
          meter,
          card: cardOf(source),
          ...(as_of === undefined ? {} : { as_of }),
        };
      }),
    ),
  );
}
