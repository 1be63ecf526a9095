import type { ClaimMark, OfferClaim } from '../catalog/schema/claims-file.ts';
import type { Period, Rate } from '../engine/rate-card.ts';

/**
 * A claim with the prices that it had in earlier imports. A changed price of an upstream without dates of its own
 * begins on the day on which it was first seen, marked as such; the one before ends there. An upstream that dates
 * its prices itself is taken at its word.
 */
export function keepHistory(before: OfferClaim | undefined, fresh: OfferClaim, today: string): OfferClaim {
  if (before?.price.state !== 'published' || fresh.price.state !== 'published') return fresh;
  const [only, second] = fresh.price.periods;
  const earlier = before.marks?.filter(({ code }) => code === 'first_seen') ?? [];
  const old = before.price.periods;
  if (!only || second || isDated(only) || old.length !== earlier.length + 1) return fresh;
  const last = old.at(-1);
  if (!last || (old.length === 1 && isDated(last))) return fresh;
  if (pricesText(last.rates) === pricesText(only.rates)) {
    return withPeriods(fresh, [...old.slice(0, -1), { ...last, rates: only.rates }], earlier);
  }
  if (last.from === today) return withPeriods(fresh, [...old.slice(0, -1), { ...last, rates: only.rates }], earlier);
  const mark: ClaimMark = { code: 'first_seen', path: `periods/${old.length}/from`, printed: today };
  const closed = [...old.slice(0, -1), { ...last, until: today }];
  return withPeriods(fresh, [...closed, { ...only, from: today }], [...earlier, mark]);
}

function isDated({ from, until }: Period): boolean {
  return from !== null || until !== null;
}

/** Rates as text, but for the words that they are printed in. */
function pricesText(rates: readonly Rate[]): string {
  return JSON.stringify(rates.map(({ spec, reading, label, ...rate }) => rate));
}

function withPeriods(claim: OfferClaim, periods: readonly Period[], seen: readonly ClaimMark[]): OfferClaim {
  const marks = [...(claim.marks ?? []), ...seen];
  return {
    ...claim,
    price: { state: 'published', periods: [...periods] },
    ...(marks.length > 0 ? { marks } : {}),
  };
}
