import type { Adapter } from './adapter.ts';
import type { JsonObject } from './json-object.ts';
import { getter } from './path.ts';

/** Compiles the key under which a record may come again; null where its first field is not stated. */
export function compileRepeatKey({ repeats }: Adapter): (record: JsonObject) => string | null {
  const takes = (repeats?.key ?? []).map(getter);
  return (record) => {
    const parts = takes.map((take) => take(record));
    if (parts[0] === undefined) return null;
    return parts.map((part) => JSON.stringify(part)).join(' ');
  };
}
