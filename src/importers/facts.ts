import { type Capability, MODALITIES } from '../catalog/schema/fact.ts';
import type { Row } from './row.ts';

type Modality = (typeof MODALITIES)[number];

/** What upstreams call a modality, beside our own words. */
const OTHER_WORDS: Readonly<Record<string, Modality>> = {
  pdf: 'file',
  document: 'file',
  embeddings: 'embedding',
  speech: 'audio',
  transcription: 'text',
  code: 'text',
};

/** Modalities in our order, each once; one that nobody knows is noted. */
export function readModalities(values: readonly unknown[] | null | undefined, path: string, row: Row): Modality[] {
  const found = new Set<Modality>();
  for (const value of values ?? []) {
    const known = MODALITIES.find((one) => one === value) ?? OTHER_WORDS[String(value)];
    if (known) found.add(known);
    else row.note('unread_fact', path, value);
  }
  return MODALITIES.filter((one) => found.has(one));
}

/** `{modalities: {input, output}}` with the sides that are known, or nothing. */
export function modalitiesFact(
  input: readonly Modality[],
  output: readonly Modality[],
): { modalities?: { input?: Modality[]; output?: Modality[] } } {
  if (input.length === 0 && output.length === 0) return {};
  const sides = {
    ...(input.length > 0 ? { input: [...input] } : {}),
    ...(output.length > 0 ? { output: [...output] } : {}),
  };
  return { modalities: sides };
}

/** A number of tokens, or undefined where none is given; zero and the like are noted. */
export function readTokens(value: unknown, path: string, row: Row): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
  row.note('unread_fact', path, value);
  return undefined;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A date as precise as it is given, or undefined. A time after the date is left off. */
export function readDate(value: unknown, path: string, row: Row): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const date = typeof value === 'string' ? value.replace(/[T ].*$/, '') : '';
  if (DATE.test(date)) return date;
  row.note('unread_fact', path, value);
  return undefined;
}

/** An object without the keys that are undefined. */
export function given<T extends Record<string, unknown>>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** Capabilities that are stated, in the order given; undefined where none is. */
export function capabilitiesFact(stated: Partial<Record<Capability, boolean | undefined>>): {
  capabilities?: Partial<Record<Capability, boolean>>;
} {
  const known = given(stated) as Partial<Record<Capability, boolean>>;
  return Object.keys(known).length > 0 ? { capabilities: known } : {};
}

export function asBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** True, or undefined: for fields whose false is what a field is when nobody has said anything. */
export function ifTrue(value: unknown): true | undefined {
  return value === true ? true : undefined;
}
