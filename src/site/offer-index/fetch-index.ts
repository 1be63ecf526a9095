import { nextTask } from '../next-task.ts';
import { readIndexText } from './index-text.ts';
import type { OfferIndex } from './offer-index.ts';

/** Fetches the index of offers; throws when it cannot be had. */
export async function fetchIndex(address: string): Promise<OfferIndex> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return readIndexText(await response.text(), nextTask);
}
