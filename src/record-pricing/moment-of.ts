import type { Offer } from '../engine/offer.ts';
import { offerTerms } from './offer-terms.ts';

/** A text that is the same for moments that share a bill: the same prices hold, and where asked the month is one. */
export function momentOf(offer: Offer, ms: number, byMonth = false): string {
  const moment = offerTerms(offer).momentKey(ms);
  return byMonth ? `${moment} ${new Date(ms).toISOString().slice(0, 7)}` : moment;
}
