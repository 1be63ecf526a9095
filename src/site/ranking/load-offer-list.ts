import { nextTask } from '../next-task.ts';
import type { OfferIndex } from '../offer-index/offer-index.ts';
import type { OfferList } from './offer-list.ts';
import { prepareIndex } from './prepared-index.ts';
import { modelNames, rowIds } from './rows.ts';

/** The list of all offers from the address of its index, in steps; null where the index cannot be had. */
export async function loadOfferList(address: string): Promise<OfferList | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    const index = (await response.json()) as OfferIndex;
    await nextTask();
    const prepared = prepareIndex(index);
    await nextTask();
    return { index, prepared, ids: rowIds(index), models: modelNames(index), marks: new Map(index.marks) };
  } catch {
    return null;
  }
}
