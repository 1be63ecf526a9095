import type { Adapter } from './adapter.ts';
import type { JsonObject } from './json-object.ts';
import { getter } from './path.ts';
import type { UsageRecord } from './usage-record.ts';

/** Compiles where a record stands in a tree; null where its format has none. */
export function compileNode({ tree }: Adapter): (record: JsonObject) => UsageRecord['node'] {
  if (!tree) return () => null;
  const [takeId, takeParent] = [getter(tree.id), getter(tree.parent)];
  return (record) => {
    const [id, parent] = [takeId(record), takeParent(record)];
    if (typeof id !== 'string' || id === '') return null;
    return { id, parent: typeof parent === 'string' && parent !== '' ? parent : null };
  };
}
