import { catalog } from './catalog.ts';
import { modelBuilder } from './model/built-model.ts';
import { tableIndex } from './table-index.ts';

/** Builds the pages of models, all for the same work. */
export const builtModel = modelBuilder(catalog, tableIndex);
