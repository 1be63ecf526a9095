import type { Workload } from '../../workload/index.ts';
import { loadPresets } from '../calculator/load-presets.ts';
import type { OfferIndex } from '../offer-index/offer-index.ts';
import type { DescribedWork } from './described-work.ts';

/** Reads work from a link of the calculator; or why offers cannot be ranked by it, in words. */
export type ReadDescribed = (link: string) => Promise<DescribedWork | { readonly reason: string }>;

type Loaded = readonly [typeof import('./described-work.ts'), ReadonlyMap<string, Workload>];

/** What is needed for it is fetched when it is first asked; `presets` is the address of those that work begins from. */
export function describedReader(presets: string, index: Pick<OfferIndex, 'at' | 'meters'>): ReadDescribed {
  let loaded: Promise<Loaded> | null = null;
  return async (link) => {
    loaded ??= Promise.all([import('./described-work.ts'), loadPresets(presets)]);
    const room = await loaded.catch(() => null);
    if (room) return room[0].describedWork(link, room[1], index);
    loaded = null;
    return { reason: 'what prices it could not be loaded; choose it again to try once more' };
  };
}
