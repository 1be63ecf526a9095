import type { Catalog } from '../../catalog/catalog.ts';

/** How many labs made the models of a catalog; a lab that is written in two ways is one. */
export function makersIn({ models }: Pick<Catalog, 'models'>): number {
  return new Set([...models.values()].map(({ lab }) => lab)).size;
}
