import type { Catalog, CatalogOffer } from '../catalog.ts';
import type { Change } from './change.ts';
import { byKey } from './compare-periods.ts';

/**
 * Prices that an earlier catalog gave otherwise for the same period, which is to say the same offer and beginning.
 * A period that was appended since is no correction.
 */
export function corrections(earlier: Pick<Catalog, 'offers'>, now: Pick<Catalog, 'offers'>): Change[] {
  return [...now.offers.values()].flatMap((offer) => {
    const before = earlier.offers.get(offer.id);
    return before ? offerCorrections(before, offer) : [];
  });
}

function offerCorrections(before: CatalogOffer, offer: CatalogOffer): Change[] {
  const { id, provider, model, currency, trust } = offer;
  return offer.periods.flatMap((period) => {
    const same = before.periods.find(({ from }) => from === period.from);
    if (!same) return [];
    const [old, now] = [byKey(same), byKey(period)];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): Change[] => {
      const [was, is] = [old.get(key), now.get(key)];
      const { meter, rule } = is ?? was ?? { meter: '', rule: '' };
      if (was && is && was.price === is.price && was.state === is.state) return [];
      const args = { meter, rule, from: was?.price ?? null, to: is?.price ?? null };
      const source = is ? { source: is.source } : {};
      return [{ kind: 'corrected', date: trust.as_of, offer: id, provider, model, currency, args, ...source }];
    });
  });
}
