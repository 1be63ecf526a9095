import { trustCard } from '../../../engine/card-mark.ts';
import type { Meters } from '../../../engine/meter.ts';
import type { Offer } from '../../../engine/offer.ts';
import { type OfferSource, servedKey } from '../../../record-pricing/await-offers.ts';
import type { Match, PriceList, Served } from '../../../record-pricing/price-list.ts';
import type { FoundOffer } from './messages.ts';

/** A price list of the offers that were asked for, one record after the other mostly of the same. */
export function askedPrices(
  meters: Meters,
  ask: (served: readonly Served[]) => Promise<readonly FoundOffer[]>,
): PriceList & OfferSource {
  const matches = new Map<string, Match>();
  const offers = new Map<string, Offer>();
  let last: { readonly served: Served; readonly match: Match } | null = null;
  const known = (record: Served): Match | undefined => {
    const { served } = last ?? {};
    if (last && served?.model === record.model && served.provider === record.provider) {
      if (served.presumed === record.presumed) return last.match;
    }
    const match = matches.get(servedKey(record));
    if (match) last = { served: record, match };
    return match;
  };
  return {
    meters,
    has: (record) => known(record) !== undefined,
    match: (record) => {
      const match = known(record);
      if (!match) throw new Error(`nobody was asked for the offer of ${record.model}`);
      return match;
    },
    offer: (id) => {
      const offer = offers.get(id);
      if (!offer) throw new Error(`the offer ${id} was not given`);
      return offer;
    },
    load: async (records) => {
      for (const { served, match, offer } of await ask(records)) {
        matches.set(servedKey(served), match);
        if (offer && !offers.has(offer.id)) offers.set(offer.id, trustCard(offer));
      }
    },
  };
}
