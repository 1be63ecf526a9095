import { parseInstant } from '../engine/instant.ts';
import type { Offer } from '../engine/offer.ts';
import { periodAt } from '../engine/period-at.ts';
import type { Period } from '../engine/rate-card.ts';

/** The rates in force at a moment; none where there are none, which an answer says itself. */
export function periodOf({ periods }: Offer, at: string): Period | undefined {
  const instant = parseInstant(at);
  return instant ? periods[periodAt(periods, instant.ms)] : undefined;
}
