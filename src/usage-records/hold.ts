import { Decimal } from '../engine/decimal.ts';
import type { Adapter } from './adapter.ts';
import { addUp, type Quantity } from './count.ts';
import type { Repeats } from './declared-records.ts';
import type { Located } from './read-records.ts';
import type { UsageRecord } from './usage-record.ts';

type LocatedRecord<W> = Extract<Located<W>, { kind: 'record' }>;
type Keep = Repeats['keep'];

/** A record that stands for all of its key so far. */
interface HeldRecord<W> {
  readonly located: LocatedRecord<W>;
  readonly keep: Keep;
}

/** Keeps records that others may repeat or contain until all are known. */
export interface Held<W> {
  /** Keeps a record, and says whether it did. */
  readonly hold: (located: LocatedRecord<W>, adapter: Adapter) => boolean;
  /** Notes a place in a tree of records, whether it counts anything or not. */
  readonly see: (node: UsageRecord['node']) => void;
  readonly end: () => void;
  readonly repeated: ReadonlyMap<string, number>;
  /** What is held, for another holder to merge after what came before it. */
  readonly part: () => HeldPart<W>;
  /** Adds what a later stretch held; its records are placed anew by `moved`. */
  readonly merge: (part: HeldPart<W>, moved: (where: W) => W) => void;
}

/** Records that are held, and the tree that they stand in, as plain data. */
export interface HeldPart<W> {
  readonly records: readonly HeldRecord<W>[];
  readonly nodes: readonly LocatedRecord<W>[];
  readonly parents: readonly (readonly [id: string, parent: string])[];
  readonly repeated: readonly (readonly [format: string, records: number])[];
}

/** Of records with one key, one is given out; of records in a tree, those below which nothing is counted. */
export function holdRecords<W>(take: (located: LocatedRecord<W>) => void): Held<W> {
  const byKey = new Map<string, HeldRecord<W>>();
  const nodes = new Map<string, LocatedRecord<W>>();
  const parents = new Map<string, string>();
  const repeated = new Map<string, number>();
  const drop = (format: string, records = 1): void => void repeated.set(format, (repeated.get(format) ?? 0) + records);
  const holdNode = (located: LocatedRecord<W>, id: string): void => {
    if (nodes.has(id)) drop(located.record.format);
    nodes.set(id, located);
  };
  const holdKey = (located: LocatedRecord<W>, key: string, keep: Keep): void => {
    const full = `${located.record.format} ${key}`;
    const before = byKey.get(full);
    if (before) drop(located.record.format);
    byKey.set(full, { located: before ? better(before.located, located, keep) : located, keep });
  };

  return {
    repeated,
    see: (node) => {
      if (node?.parent) parents.set(node.id, node.parent);
    },
    hold: (located, { repeats }) => {
      const { key, node } = located.record;
      if (node) holdNode(located, node.id);
      else if (repeats && key !== null) holdKey(located, key, repeats.keep);
      else return false;
      return true;
    },
    part: () => ({
      records: [...byKey.values()],
      nodes: [...nodes.values()],
      parents: [...parents],
      repeated: [...repeated],
    }),
    merge: (part, moved) => {
      const place = (located: LocatedRecord<W>): LocatedRecord<W> => ({ ...located, where: moved(located.where) });
      for (const { located, keep } of part.records) holdKey(place(located), located.record.key ?? '', keep);
      for (const located of part.nodes) holdNode(place(located), located.record.node?.id ?? '');
      for (const [id, parent] of part.parents) parents.set(id, parent);
      for (const [format, records] of part.repeated) drop(format, records);
    },
    end: () => {
      for (const { located } of byKey.values()) take(located);
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

function better<W>(a: LocatedRecord<W>, b: LocatedRecord<W>, keep: Keep): LocatedRecord<W> {
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
