import type { DataFile } from '../data-file.ts';
import type { CatalogProblem } from '../problem.ts';
import { ModelNamesFile } from '../schema/model-names-file.ts';
import { validate } from '../validate.ts';
import { type ModelAliases, modelAliases } from './aliases.ts';

/** Reads the alias file; each name that two models claim is a problem at its place. */
export function readAliases(data: DataFile, problems: CatalogProblem[]): ModelAliases | null {
  const file = validate(ModelNamesFile, data, problems);
  if (!file) return null;
  const { aliases, conflicts } = modelAliases(file);
  for (const { alias, model, other, path } of conflicts) {
    const place = { file: data.file, path: path.join('/'), ...data.locate(path) };
    problems.push({ code: 'duplicate_alias', args: { alias, model, other }, ...place });
  }
  return aliases;
}
