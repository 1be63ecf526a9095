import { trustCard } from '../../engine/card-mark.ts';
import { Decimal, HUNDRED, ONE, plain } from '../../engine/decimal.ts';
import type { Funding } from '../../engine/funding.ts';
import type { Rate } from '../../engine/rate-card.ts';
import type { WorkOffer } from '../../workload/index.ts';
import { type IndexFunding, PRICE_STATES } from '../offer-index/offer-index.ts';
import type { OfferList } from '../ranking/offer-list.ts';

/** A rate card that comes to what the index says of a row, for rows that are prices times counts. */
export function rowOffer({ index, ids, prepared }: OfferList, row: number): WorkOffer {
  const { offers, meters, prices, currency } = index;
  const rates = meters.flatMap(({ id, per }, position): Rate[] => {
    const code = offers.prices[position]?.[row] ?? PRICE_STATES.none;
    if (code === PRICE_STATES.included) return [{ meter: id, state: 'included', source: '' }];
    const price = prices[code];
    if (price === undefined) return [];
    if (typeof price === 'string') return [{ meter: id, price, per, source: '' }];
    const subject = meters[price.subject]?.id ?? id;
    const steps = price.steps.map(([over, text]) => ({ over, price: text }));
    const boundary = price.inclusive ? 'inclusive' : 'exclusive';
    return [{ meter: id, price: price.price, per, tiers: { kind: 'cliff', subject, boundary, steps }, source: '' }];
  });
  const id = ids[row] ?? '';
  const provider = index.providers[prepared.provider[row] ?? -1];
  const [context, output] = [offers.context[row] ?? 0, offers.max_output[row] ?? 0];
  return trustCard({
    id,
    provider: provider?.id ?? '',
    model: '',
    currency,
    periods: [{ from: null, until: null, rates }],
    ...(provider?.funding ? { funding: [fundingOf(provider.funding)] } : {}),
    ...(context > 0 ? { context_window: { tokens: context } } : {}),
    ...(output > 0 ? { max_output: { tokens: output } } : {}),
  });
}

/** Terms whose purchases cost what the index's factors say: a factor of 1.055 is 5.5% on top. */
function fundingOf({ factor, fixed, minimum, from, most }: IndexFunding): Funding {
  const percent = plain(new Decimal(factor).minus(ONE).times(HUNDRED));
  return {
    method: 'any',
    fee: { percent, fixed, minimum, charged: 'on_top' },
    purchase: { minimum: from, ...(most === null ? {} : { maximum: most }) },
    source: '',
  };
}
