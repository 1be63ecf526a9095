import type { Workload } from '../../workload/index.ts';
import type { OfferIndex } from '../offer-index/offer-index.ts';
import type { DescribedWork } from './described-work.ts';

/** Reads work from a link of the calculator; or why offers cannot be ranked by it, in words. */
export type ReadDescribed = (link: string) => Promise<DescribedWork | { readonly reason: string }>;

type Loaded = readonly [typeof import('./described-work.ts'), ReadonlyMap<string, Workload>];

/** What is needed for it is fetched when it is first asked; `presets` is the address of those that work begins from. */
export function describedReader(presets: string, index: Pick<OfferIndex, 'at' | 'meters'>): ReadDescribed {
  let loaded: Promise<Loaded> | null = null;
  return async (link) => {
    loaded ??= load(presets);
    try {
      const [{ describedWork }, known] = await loaded;
      return describedWork(link, known, index);
    } catch {
      loaded = null;
      return { reason: 'what prices it could not be loaded; choose it again to try once more' };
    }
  };
}

async function load(address: string): Promise<Loaded> {
  const [room, response] = await Promise.all([import('./described-work.ts'), fetch(address)]);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const list = (await response.json()) as readonly { readonly id: string; readonly workload: Workload }[];
  return [room, new Map(list.map(({ id, workload }) => [id, workload]))];
}
