import type { Adapter } from './adapter.ts';
import type { JsonObject } from './json-object.ts';
import { getter } from './path.ts';
import { shapeTest } from './shape.ts';

/** Compiles the key under which a record may come again; null where it cannot, or where its first field is not stated. */
export function compileRepeatKey({ repeats }: Adapter): (record: JsonObject) => string | null {
  const takes = (repeats?.key ?? []).map(getter);
  const lacks = shapeTest(repeats?.of ?? {});
  return (record) => {
    const parts = takes.map((take) => take(record));
    if (parts[0] === undefined || parts[0] === '' || lacks(record) !== null) return null;
    return parts.map(keyText).join(' ');
  };
}

/** A value in a form that does not depend on whether its numbers were parsed as numbers or kept as text. */
function keyText(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'number' ? String(one) : one));
}
