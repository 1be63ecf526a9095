import type { OfferIndex } from '../offer-index/offer-index.ts';
import { type OfferList, offerList } from './offer-list.ts';

/** The list of all offers from the address of its index; null where the index cannot be had. */
export async function loadOfferList(address: string): Promise<OfferList | null> {
  try {
    const response = await fetch(address);
    return response.ok ? offerList((await response.json()) as OfferIndex) : null;
  } catch {
    return null;
  }
}
