import type { Catalog, CatalogOffer } from '../catalog.ts';
import { offersOf } from '../catalog.ts';
import { currentPeriod, perMillion, plainRates } from '../unit-prices.ts';
import { findMarkup } from './markup.ts';
import { findRoundings } from './rounding.ts';

/** Why prices of one model differ between its sellers. */
export type ModelDifference =
  | { readonly kind: 'rounding'; readonly meter: string; readonly offers: readonly string[]; readonly text: string }
  | {
      readonly kind: 'markup';
      readonly ratio: string;
      readonly dearer: string;
      readonly cheaper: string;
      readonly text: string;
    };

/**
 * Explains what can be explained of the price differences between a model's offers. A price that is another's with a
 * markup is not looked at for rounding as well.
 */
export function modelDifferences(catalog: Catalog, model: string): ModelDifference[] {
  const offers = offersOf(catalog, model);
  const marked = markups(catalog, offers);
  const dearer = new Set(marked.map((difference) => (difference.kind === 'markup' ? difference.dearer : '')));
  const own = offers.filter(({ id }) => !dearer.has(id));
  return [...roundings(catalog, own), ...marked];
}

function roundings(catalog: Catalog, offers: readonly CatalogOffer[]): ModelDifference[] {
  const byMeter = new Map<string, { offer: CatalogOffer; price: string }[]>();
  for (const offer of offers) {
    for (const [meter, rate] of plainRates(currentPeriod(offer))) {
      byMeter.set(meter, [...(byMeter.get(meter) ?? []), { offer, price: perMillion(rate) }]);
    }
  }
  return [...byMeter].flatMap(([meter, prices]) =>
    findRoundings(prices.map(({ price }) => price)).map(({ exact, shortened, text }): ModelDifference => {
      const values = [exact, ...shortened.map(({ value }) => value)];
      const involved = prices.filter(({ price }) => values.includes(price)).map(({ offer }) => offer.id);
      return {
        kind: 'rounding',
        meter,
        offers: involved,
        text: `${catalog.meters.get(meter)?.many ?? meter}: ${text}`,
      };
    }),
  );
}

function markups(catalog: Catalog, offers: readonly CatalogOffer[]): ModelDifference[] {
  const prices = offers.map((offer) => ({
    offer,
    rates: new Map([...plainRates(currentPeriod(offer))].map(([meter, rate]) => [meter, perMillion(rate)])),
  }));
  return prices.flatMap((a) =>
    prices.flatMap((b): ModelDifference[] => {
      const markup = findMarkup(a.rates, b.rates);
      if (!markup) return [];
      const [dearer, cheaper] = [a, b].map(
        ({ offer }) => catalog.providers.get(offer.provider)?.name ?? offer.provider,
      );
      const text = `${dearer} asks ${markup.ratio} times what ${cheaper} does, for ${markup.meters
        .map((meter) => catalog.meters.get(meter)?.many ?? meter)
        .join(' and ')} alike`;
      return [{ kind: 'markup', ratio: markup.ratio, dearer: a.offer.id, cheaper: b.offer.id, text }];
    }),
  );
}
