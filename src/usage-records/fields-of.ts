import type { Adapter } from './adapter.ts';
import type { JsonObject } from './json-object.ts';
import { firstOf } from './path.ts';

/** Compiles the fields of a record to group by: texts, numbers and truth values. */
export function compileFields({ fields = {} }: Adapter): (record: JsonObject) => Readonly<Record<string, string>> {
  const takes = Object.entries(fields).map(([name, paths]) => ({ name, take: firstOf(paths) }));
  return (record) => {
    const found: Record<string, string> = {};
    for (const { name, take } of takes) {
      const value = take(record);
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        found[name] = String(value);
    }
    return found;
  };
}
