import type { Catalog, CatalogModel } from '../catalog.ts';
import type { Difference } from './difference.ts';
import { explain } from './explain.ts';
import { modelStatements } from './model-statements.ts';

/**
 * Everything on which a model's sellers and its maker differ at a date (today's open periods without one), each with
 * why as far as it is known. Saying nothing is not a difference.
 */
export function modelDifferences(catalog: Catalog, model: CatalogModel, at?: string): Difference[] {
  return [...modelStatements(catalog, model, at).values()].flatMap((said) => explain(said));
}
