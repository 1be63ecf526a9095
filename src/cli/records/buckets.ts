import type { CatalogOffer } from '../../catalog/catalog.ts';
import type { Bill } from '../../engine/bill.ts';
import { type CompiledCard, compileCard } from '../../engine/compile.ts';
import type { Conditions } from '../../engine/condition.ts';
import { formatInstant } from '../../engine/instant.ts';
import type { Meters } from '../../engine/meter.ts';
import { type EngineProblem, RatecardError } from '../../engine/problem.ts';

const ROWS = 4096;
const FIRST_ROWS = 32;
/** Compiled cards that are kept at once; each holds rows of its own. */
const MOST_CARDS = 128;

/** Rows of one offer under one set of conditions, with counts of the same meters. */
interface Bucket<G, W> {
  readonly group: G;
  readonly where: W;
  readonly offer: CatalogOffer;
  readonly meters: readonly string[];
  readonly options: { readonly at: string; readonly when: Conditions; readonly fees: false; readonly meters: Meters };
  columns: Float64Array[];
  rows: number;
  card: CompiledCard | null;
}

/** What the rows of a bucket are. */
export interface BucketKey<W> {
  readonly offer: CatalogOffer;
  readonly meters: readonly string[];
  readonly conditions: Conditions;
  readonly ms: number;
  /** Where its first record stands. */
  readonly where: W;
}

/** Adds records up, group by group, through compiled cards. */
export interface Buckets<G, W> {
  /** Adds one record; `make` is called when its bucket is new. */
  readonly add: (
    key: string,
    group: G,
    usage: Readonly<Record<string, number | string>>,
    make: () => BucketKey<W>,
  ) => void;
  readonly end: () => void;
}

/** Gives each bucket's bill to `take` when it ends, and rows that cannot be priced to `refuse`. */
export function bucketsOf<G, W>(
  meters: Meters,
  take: (group: G, bill: Bill) => void,
  refuse: (group: G, offer: CatalogOffer, problems: readonly EngineProblem[], where: W) => void,
): Buckets<G, W> {
  const buckets = new Map<string, Bucket<G, W>>();
  let cards = 0;

  const flush = (bucket: Bucket<G, W>): void => {
    if (bucket.rows === 0) return;
    try {
      if (!bucket.card) {
        bucket.card = compileCard(bucket.offer, bucket.meters, bucket.options);
        cards += 1;
      }
      const problems = bucket.card.add(bucket.columns, bucket.rows);
      if (problems.length > 0) refuse(bucket.group, bucket.offer, problems, bucket.where);
    } catch (error) {
      if (!(error instanceof RatecardError)) throw error;
      refuse(bucket.group, bucket.offer, error.problems, bucket.where);
    }
    bucket.rows = 0;
  };
  const finish = (bucket: Bucket<G, W>): void => {
    flush(bucket);
    if (!bucket.card) return;
    take(bucket.group, bucket.card.bill());
    bucket.card = null;
    cards -= 1;
  };
  const makeRoom = (): void => {
    for (const [key, bucket] of buckets) {
      if (cards < MOST_CARDS && buckets.size < MOST_CARDS * 8) return;
      finish(bucket);
      buckets.delete(key);
    }
  };

  return {
    add: (key, group, usage, make) => {
      let bucket = buckets.get(key);
      if (!bucket) {
        if (cards >= MOST_CARDS || buckets.size >= MOST_CARDS * 8) makeRoom();
        const { offer, meters: named, conditions, ms, where } = make();
        bucket = {
          group,
          offer,
          where,
          meters: named,
          options: { at: formatInstant(ms), when: conditions, fees: false, meters },
          columns: named.map(() => new Float64Array(FIRST_ROWS)),
          rows: 0,
          card: null,
        };
        buckets.set(key, bucket);
      }
      const { columns, meters: named, rows } = bucket;
      for (let index = 0; index < named.length; index += 1) {
        (columns[index] as Float64Array)[rows] = usage[named[index] as string] as number;
      }
      bucket.rows = rows + 1;
      const room = columns[0]?.length ?? FIRST_ROWS;
      if (bucket.rows < room) return;
      if (room < ROWS) bucket.columns = columns.map((column) => grown(column));
      else flush(bucket);
    },
    end: () => {
      for (const bucket of buckets.values()) finish(bucket);
      buckets.clear();
    },
  };
}

function grown(column: Float64Array): Float64Array {
  const larger = new Float64Array(Math.min(ROWS, column.length * 4));
  larger.set(column);
  return larger;
}
