import type { Meters } from '../engine/meter.ts';
import type { DataFile } from './data-file.ts';
import { nearest } from './nearest.ts';
import type { CatalogProblem } from './problem.ts';
import type { OfferFile } from './schema/offer-file.ts';
import type { Path } from './yaml-places.ts';

/** What an offer may refer to. */
export interface Referents {
  readonly meters: Meters;
  readonly models: ReadonlyMap<string, unknown>;
  readonly providers: ReadonlyMap<string, unknown>;
  readonly provider: string;
}

const METER_KEYS: ReadonlySet<PropertyKey> = new Set(['meter', 'subject']);

/** Checks that every source, meter, model and provider that a file names is there. */
export function checkReferences(
  { sources, ...stated }: { readonly sources: Readonly<Record<string, unknown>> },
  data: DataFile,
  referents: Referents | null,
  problems: CatalogProblem[],
): void {
  const at = (path: Path) => ({ file: data.file, path: path.map(String).join('/'), ...data.locate(path) });
  walk(stated, [], (key, value, path) => {
    if (key === 'source' && !Object.hasOwn(sources, String(value))) {
      problems.push({ code: 'unknown_source', args: { key: String(value), known: Object.keys(sources) }, ...at(path) });
    }
    if (!referents) return;
    const { meters } = referents;
    for (const [meter, where] of metersAt(key, value, path)) {
      if (meters.has(meter)) continue;
      problems.push({ code: 'unknown_meter', args: { meter, nearest: nearest(meter, meters.keys()) }, ...at(where) });
    }
  });
  if (!referents) return;
  const { models, providers, provider } = referents;
  const { model } = stated as unknown as OfferFile;
  if (!models.has(model)) {
    problems.push({ code: 'unknown_model', args: { model, nearest: nearest(model, models.keys()) }, ...at(['model']) });
  }
  if (!providers.has(provider)) {
    const args = { provider, nearest: nearest(provider, providers.keys()) };
    problems.push({ code: 'unknown_provider', args, ...at([]) });
  }
}

/** The meters that a key of a rule names: one, a list of them, or the keys of a blend's shares. */
function metersAt(key: PropertyKey, value: unknown, path: Path): [string, Path][] {
  if (METER_KEYS.has(key)) return [[String(value), path]];
  if (key === 'meters') return (value as string[]).map((meter, index) => [meter, [...path, index]]);
  if (key === 'shares') return Object.keys(value as object).map((meter) => [meter, [...path, meter]]);
  return [];
}

function walk(value: unknown, path: Path, visit: (key: PropertyKey, value: unknown, path: Path) => void): void {
  if (value === null || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) {
    const key = Array.isArray(value) ? Number(name) : name;
    visit(key, inner, [...path, key]);
    walk(inner, [...path, key], visit);
  }
}
