import type { JsonObject } from './json-object.ts';
import { firstOf } from './path.ts';

type Fields = Readonly<Record<string, string>>;

/** Adds fields that were asked for, by name or path, to those that the format knows; those win. */
export function askedFields(names: readonly string[]): ((known: Fields, record: JsonObject) => Fields) | null {
  if (names.length === 0) return null;
  const takes = names.map((name) => ({ name, take: firstOf([[name], name]) }));
  return (known, record) => {
    const found: Record<string, string> = { ...known };
    for (const { name, take } of takes) {
      const value = take(record);
      if (known[name] === undefined && value !== undefined && typeof value !== 'object') found[name] = String(value);
    }
    return found;
  };
}
