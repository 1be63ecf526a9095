import { trustCard } from '../../engine/card-mark.ts';
import type { OfferCard } from '../calculator/offer-card.ts';

/** The file of the API that holds the offers of a provider, as far as a calculator reads it. */
interface OffersFile {
  readonly offers: readonly OfferCard[];
}

const files = new Map<string, Promise<OffersFile>>();

/**
 * One offer out of its provider's file, which is fetched once. Throws when the file cannot be had or lacks the offer.
 */
export async function loadCard(address: string, offer: string): Promise<OfferCard> {
  const file = files.get(address) ?? fetchFile(address);
  files.set(address, file);
  const { offers } = await file.catch((error: unknown) => {
    files.delete(address);
    throw error;
  });
  const card = offers.find((one) => one.offer.id === offer);
  if (!card) throw new Error(`${address} does not hold ${offer}`);
  trustCard(card.offer);
  return card;
}

async function fetchFile(address: string): Promise<OffersFile> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as OffersFile;
}
