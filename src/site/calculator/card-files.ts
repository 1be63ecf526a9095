import { trustCard } from '../../engine/card-mark.ts';
import { cardBucket } from './card-bucket.ts';
import type { WorkCard } from './work-card.ts';

/** Gives the cards of every offer of a model, from files that are each fetched once; throws when one cannot be had. */
export function cardFiles(folder: string): (model: string) => Promise<readonly WorkCard[]> {
  const files = new Map<number, Promise<readonly WorkCard[]>>();
  return async (model) => {
    const bucket = cardBucket(model);
    const file = files.get(bucket) ?? fetchFile(`${folder}${bucket}.json`);
    files.set(bucket, file);
    try {
      return (await file).filter(({ offer }) => offer.model === model);
    } catch (error) {
      files.delete(bucket);
      throw error;
    }
  };
}

async function fetchFile(address: string): Promise<readonly WorkCard[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const cards = (await response.json()) as readonly WorkCard[];
  for (const { offer } of cards) trustCard(offer);
  return cards;
}
