import { Decimal } from '../engine/decimal.ts';
import type { Adapter } from './adapter.ts';
import { addUp, type Quantity } from './count.ts';
import type { Located } from './read-records.ts';
import type { UsageRecord } from './usage-record.ts';

type LocatedRecord<W> = Extract<Located<W>, { kind: 'record' }>;

/** Keeps records that others may repeat or contain until all are known. */
export interface Held<W> {
  /** Keeps a record, and says whether it did. */
  readonly hold: (located: LocatedRecord<W>, adapter: Adapter) => boolean;
  /** Notes a place in a tree of records, whether it counts anything or not. */
  readonly see: (node: UsageRecord['node']) => void;
  readonly end: () => void;
  readonly repeated: ReadonlyMap<string, number>;
}

/** Of records with one key, one is given out; of records in a tree, those below which nothing is counted. */
export function holdRecords<W>(take: (located: LocatedRecord<W>) => void): Held<W> {
  const byKey = new Map<string, LocatedRecord<W>>();
  const nodes = new Map<string, LocatedRecord<W>>();
  const parents = new Map<string, string>();
  const repeated = new Map<string, number>();
  const drop = (format: string): void => void repeated.set(format, (repeated.get(format) ?? 0) + 1);

  return {
    repeated,
    see: (node) => {
      if (node?.parent) parents.set(node.id, node.parent);
    },
    hold: (located, { format, repeats }) => {
      const { key, node } = located.record;
      if (node) {
        if (nodes.has(node.id)) drop(format);
        nodes.set(node.id, located);
        return true;
      }
      if (!repeats || key === null) return false;
      const full = `${format} ${key}`;
      const before = byKey.get(full);
      if (before) drop(format);
      byKey.set(full, before ? better(before, located, repeats.keep) : located);
      return true;
    },
    end: () => {
      for (const located of byKey.values()) take(located);
      const counting = new Set<string>();
      for (const id of nodes.keys()) {
        for (let up = parents.get(id); up !== undefined && !counting.has(up); up = parents.get(up)) counting.add(up);
      }
      for (const [id, located] of nodes) {
        if (counting.has(id)) drop(located.record.format);
        else take(located);
      }
      byKey.clear();
      nodes.clear();
    },
  };
}

function better<W>(a: LocatedRecord<W>, b: LocatedRecord<W>, keep: 'largest' | 'first' | 'last'): LocatedRecord<W> {
  if (a.record.loses !== b.record.loses) return a.record.loses ? b : a;
  if (keep === 'first') return a;
  if (keep === 'last') return b;
  return new Decimal(sizeOf(b.record)).gte(sizeOf(a.record)) ? b : a;
}

/** Input and output of a record's first reading together. */
function sizeOf({ readings }: UsageRecord): Quantity {
  const usage = readings[0]?.usage ?? {};
  return addUp(usage['input_tokens'] ?? 0, usage['output_tokens'] ?? 0);
}
