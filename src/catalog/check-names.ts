import type { Catalog } from './catalog.ts';
import { offersBy } from './offers-of.ts';
import type { CatalogProblem } from './problem.ts';

/** Checks that within a provider each API id belongs to one offer. */
export function checkNames(catalog: Catalog, problems: CatalogProblem[]): void {
  for (const provider of catalog.providers.keys()) {
    const seen = new Map<string, string>();
    for (const offer of offersBy(catalog, provider)) {
      const other = seen.get(offer.model_id);
      if (other !== undefined) {
        const args = { name: offer.model_id, other };
        problems.push({
          code: 'duplicate_name',
          args,
          file: `data/offers/${offer.id}.yaml`,
          path: 'model_id',
          line: 1,
          column: 1,
        });
      }
      seen.set(offer.model_id, offer.id);
    }
  }
}
