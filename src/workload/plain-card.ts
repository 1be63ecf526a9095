import type { Period } from '../engine/rate-card.ts';

const IMPLIED = ['messages', 'requests'];

const known = new WeakMap<Period, readonly string[] | null>();

/**
 * For a card on which a sum of requests costs what the requests cost one by one: the meters that every request counts
 * for one and that the card prices. Null for a card with tiers, blocks, allowances, commitments or rules for the
 * single request.
 */
export function plainCard(period: Period): readonly string[] | null {
  const found = known.get(period);
  if (found !== undefined) return found;
  const counted = countedMeters(period);
  known.set(period, counted);
  return counted;
}

function countedMeters(period: Period): readonly string[] | null {
  const { rates, allowances = [], commitments = [], request_rounding, request_minimum } = period;
  if (allowances.length + commitments.length > 0 || request_rounding || request_minimum) return null;
  const isFlat = rates.every((rate) => rate.state === 'included' || rate.state === 'unpublished' || isSimple(rate));
  return isFlat ? IMPLIED.filter((implied) => rates.some(({ meter }) => meter === implied)) : null;
}

function isSimple(rate: { readonly block?: unknown; readonly tiers?: unknown }): boolean {
  return rate.block === undefined && rate.tiers === undefined;
}
