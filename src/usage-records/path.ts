import { isObject, type JsonObject } from './json-object.ts';

/**
 * Where something stands in a record: `usage.prompt_tokens_details.cached_tokens`. A list of steps where a key holds
 * points itself. `details[modality=AUDIO].tokenCount` takes the entry of a list whose `modality` is `AUDIO`.
 */
export type Path = string | readonly string[];

/** Takes a value out of a record; undefined where there is none, and where it is null. */
export type Getter = (record: JsonObject) => unknown;

const SELECT = /^(.*)\[([^=\]]+)=([^\]]*)\]$/;

/** A getter for a path; compiled once, used for every record. */
export function getter(path: Path): Getter {
  const steps = (typeof path === 'string' ? path.split('.') : path).map(step);
  const [first, second, third] = steps;
  if (!first) return (record) => record;
  if (!second) return (record) => first(record) ?? undefined;
  if (!third) return (record) => second(first(record)) ?? undefined;
  return (record) => {
    let value: unknown = record;
    for (const take of steps) value = take(value);
    return value ?? undefined;
  };
}

function step(text: string): (value: unknown) => unknown {
  const [, name = '', key = '', wanted = ''] = SELECT.exec(text) ?? [];
  if (key === '') {
    return (value) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, text)
        ? (value as JsonObject)[text]
        : undefined;
  }
  const list = step(name);
  return (value) => {
    const entries = list(value);
    return Array.isArray(entries) ? entries.find((entry) => isObject(entry) && entry[key] === wanted) : undefined;
  };
}

/** The first of some paths that a record states. */
export function firstOf(paths: readonly Path[]): Getter {
  const getters = paths.map(getter);
  const [first, second] = getters;
  if (!first) return () => undefined;
  if (!second) return first;
  return (record) => {
    for (const take of getters) {
      const value = take(record);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** A path as a person would write it. */
export function pathText(path: Path): string {
  return typeof path === 'string' ? path : path.join('.');
}
