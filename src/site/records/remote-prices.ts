import { type Offer, STANDARD_METERS } from '../../engine/index.ts';
import type { OfferSource } from '../../record-pricing/await-offers.ts';
import { type MatchOptions, modelMatcher } from '../../record-pricing/match-model.ts';
import type { PriceList } from '../../record-pricing/price-list.ts';
import type { OfferCard } from '../calculator/offer-card.ts';
import { providerIn } from '../facts/provider-in.ts';

/** The file of the API with the names of everything, as far as matching reads it. */
interface IndexFile {
  readonly providers: readonly { readonly id: string; readonly name: string; readonly aliases?: readonly string[] }[];
  readonly offers: readonly {
    readonly id: string;
    readonly model: string;
    readonly model_id: string;
    readonly name: string;
    readonly aliases?: readonly string[];
  }[];
}

/** A price list that has all names, and fetches the offers of a provider when one of them is asked for. */
export async function remotePrices(
  index: string,
  folder: string,
  options: MatchOptions,
): Promise<PriceList & OfferSource> {
  const { providers, offers } = await fetchJson<IndexFile>(index);
  const names = {
    providers: new Map(providers.map((provider) => [provider.id, provider])),
    offers: new Map(offers.map((offer) => [offer.id, { ...offer, provider: providerIn(offer.id) }])),
  };
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
      for (const { offers: own } of await Promise.all(files)) for (const { offer } of own) cards.set(offer.id, offer);
    },
  };
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
