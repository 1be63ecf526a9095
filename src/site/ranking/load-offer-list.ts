import { nextTask } from '../next-task.ts';
import { fetchIndex } from '../offer-index/fetch-index.ts';
import type { OfferList } from './offer-list.ts';
import { prepareIndex } from './prepared-index.ts';
import { modelNames, rowIds } from './rows.ts';

/** The list of all offers from the address of its index, in steps; null where the index cannot be had. */
export async function loadOfferList(address: string): Promise<OfferList | null> {
  try {
    const index = await fetchIndex(address);
    await nextTask();
    const prepared = prepareIndex(index);
    await nextTask();
    return { index, prepared, ids: rowIds(index), models: modelNames(index), marks: new Map(index.marks) };
  } catch {
    return null;
  }
}
