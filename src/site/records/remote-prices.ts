import { trustCard } from '../../engine/card-mark.ts';
import { type Offer, STANDARD_METERS } from '../../engine/index.ts';
import type { OfferSource } from '../../record-pricing/await-offers.ts';
import { type MatchOptions, modelMatcher } from '../../record-pricing/match-model.ts';
import type { PriceList } from '../../record-pricing/price-list.ts';
import type { OfferCard } from '../calculator/offer-card.ts';
import { providerIn } from '../facts/provider-in.ts';
import { fetchJson } from './fetch-json.ts';
import type { RemoteNames } from './remote-names.ts';

/** A price list that has all names, and fetches the offers of a provider when one of them is asked for. */
export function remotePrices(names: RemoteNames, folder: string, options: MatchOptions): PriceList & OfferSource {
  const cards = new Map<string, Offer>();
  const match = modelMatcher(names, options);
  return {
    meters: STANDARD_METERS,
    match,
    has: (record) => {
      const found = match(record);
      return found.kind === 'unmatched' || cards.has(found.offer);
    },
    offer: (id) => {
      const card = cards.get(id);
      if (!card) throw new Error(`the rates of ${id} were not loaded`);
      return card;
    },
    load: async (records) => {
      const ids = records.map(match).flatMap((found) => (found.kind === 'offer' ? [found.offer] : []));
      const sellers = [...new Set(ids.map(providerIn))];
      const files = sellers.map((seller) => fetchJson<{ offers: readonly OfferCard[] }>(`${folder}${seller}.json`));
      for (const { offers: own } of await Promise.all(files))
        for (const { offer } of own) cards.set(offer.id, trustCard(offer));
    },
  };
}
