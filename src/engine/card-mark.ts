import type { Offer } from './offer.ts';
import type { EngineProblem } from './problem.ts';

const FINE: readonly EngineProblem[] = [];
const found = new WeakMap<object, readonly EngineProblem[]>();

/** Notes what was found in a part of a card: in its periods, or in how its account is paid up. */
export function markRead(part: object, problems: readonly EngineProblem[]): void {
  found.set(part, problems);
}

/** What was found when an offer's card was read; null where nobody has. Copies with the same parts have the same card. */
export function cardProblems({ periods, funding }: Offer): readonly EngineProblem[] | null {
  const own = found.get(periods);
  const more = funding ? found.get(funding) : FINE;
  return own && more ? [...own, ...more] : null;
}

/**
 * Takes an offer's card as one that can be read, without looking: for files that were written from read cards, as the
 * catalog and the API of a site are. What else comes in goes through `readCard`.
 */
export function trustCard<O extends Offer>(offer: O): O {
  markRead(offer.periods, FINE);
  if (offer.funding) markRead(offer.funding, FINE);
  return offer;
}
