import type { ModelNamesFile } from '../schema/model-names-file.ts';
import { type ModelNames, modelNames } from './names.ts';
import { parseModelId } from './parse-model-id.ts';

/** The alias file, ready to look up: the names, and the model of each key that it speaks of. */
export interface ModelAliases {
  readonly names: ModelNames;
  readonly models: ReadonlyMap<string, string>;
}

/** Two models of the alias file that claim one name, or two labs that claim one way of writing or family. */
export interface AliasConflict {
  readonly alias: string;
  readonly model: string;
  readonly other: string;
  /** `models/3/aliases/0` */
  readonly path: readonly (string | number)[];
}

/** Prepares the alias file; the first of two models that claim a name keeps it, and the conflict is told. */
export function modelAliases(file: ModelNamesFile): { aliases: ModelAliases; conflicts: AliasConflict[] } {
  const names = modelNames(file);
  const models = new Map<string, string>();
  const conflicts: AliasConflict[] = labConflicts(file);
  for (const [index, { model, aliases }] of file.models.entries()) {
    const claim = (alias: string, path: readonly (string | number)[]): void => {
      const { key } = parseModelId(alias, names);
      const other = models.get(key);
      if (other !== undefined && other !== model) conflicts.push({ alias, model, other, path });
      else models.set(key, model);
    };
    claim(model, ['models', index, 'model']);
    for (const [at, alias] of aliases.entries()) claim(alias, ['models', index, 'aliases', at]);
  }
  return { aliases: { names, models }, conflicts };
}

function labConflicts({ labs }: ModelNamesFile): AliasConflict[] {
  const written = new Map<string, string>();
  const families = new Map<string, string>();
  const conflicts: AliasConflict[] = [];
  for (const [index, { id, aliases = [], families: own = [] }] of labs.entries()) {
    const claim = (owners: Map<string, string>, alias: string, path: readonly (string | number)[]): void => {
      const other = owners.get(alias);
      if (other !== undefined) conflicts.push({ alias, model: id, other, path });
      else owners.set(alias, id);
    };
    claim(written, id, ['labs', index, 'id']);
    for (const [at, alias] of aliases.entries()) claim(written, alias, ['labs', index, 'aliases', at]);
    for (const [at, family] of own.entries()) claim(families, family, ['labs', index, 'families', at]);
  }
  return conflicts;
}
