import type { Catalog } from '../../catalog/catalog.ts';
import { presetQuery } from '../links.ts';
import type { OfferIndex } from '../offer-index/offer-index.ts';
import { describedWork } from './described-work.ts';

/** The presets of work by which offers can be ranked, each with the link that describes it. */
export function describedPresets(
  catalog: Catalog,
  index: OfferIndex,
): { readonly id: string; readonly name: string; readonly link: string }[] {
  const presets = new Map([...catalog.workloads.values()].map(({ id, workload }) => [id, workload]));
  return [...presets].flatMap(([id, { name = id }]) => {
    const link = presetQuery(id);
    return 'works' in describedWork(link, presets, index) ? [{ id, name, link }] : [];
  });
}
