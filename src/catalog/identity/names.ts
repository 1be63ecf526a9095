import type { ModelNamesFile } from '../schema/model-names-file.ts';

/** The labs, families and sellers of the alias file, for looking up. */
export interface ModelNames {
  /** The lab that a way of writing stands for: `zai-org` is `zai`. */
  readonly labs: ReadonlyMap<string, string>;
  /** Words that repeat a lab within a name: of `mistralai`, `mistral` and `mistralai`. */
  readonly labWords: ReadonlyMap<string, ReadonlySet<string>>;
  /** Beginnings of names with their labs, the longest first. */
  readonly families: readonly (readonly [family: string, lab: string])[];
  readonly sellers: ReadonlySet<string>;
}

export function modelNames({ labs, sellers }: Pick<ModelNamesFile, 'labs' | 'sellers'>): ModelNames {
  const written = labs.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((alias) => [alias, id] as const));
  const families = labs.flatMap(({ id, families = [] }) => families.map((family) => [family, id] as const));
  return {
    labs: new Map(written),
    labWords: new Map(labs.map(({ id, aliases = [] }) => [id, new Set([id, ...aliases])])),
    families: families.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1)),
    sellers: new Set(sellers),
  };
}

/** The lab of whose families a name begins with one: `gpt-4o` of openai; `gpting` of none. */
export function familyLab(name: string, names: ModelNames): string | null {
  return names.families.find(([family]) => beginsWith(name, family))?.[1] ?? null;
}

/** Whether a name begins with a whole word: `qwen3` begins with `qwen`, `o365` does not begin with `o3`. */
function beginsWith(name: string, family: string): boolean {
  if (!name.startsWith(family)) return false;
  const next = name.charAt(family.length);
  return /\d$/.test(family) ? !/[a-z0-9]/.test(next) : !/[a-z]/.test(next);
}
