import type { Bill } from '../engine/bill.ts';
import type { Conditions } from '../engine/condition.ts';
import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import type { EngineProblem } from '../engine/problem.ts';
import { type Bucket, flush, grow, newBucket } from './bucket.ts';
import type { CountedUsage } from './bucket-rows.ts';
import type { Group } from './groups.ts';
import type { Where } from './where.ts';
import type { Work } from './work.ts';

/** Compiled cards that are kept at once; each holds rows of its own. */
const MOST_CARDS = 128;
/** Buckets that are kept at once, compiled or not. */
const MOST_BUCKETS = MOST_CARDS * 8;

/** What the rows of a bucket are. */
export interface BucketKey {
  readonly group: Group;
  readonly offer: Offer;
  readonly meters: readonly string[];
  readonly conditions: Conditions;
  readonly ms: number;
}

/** Adds records up, kind by kind, through compiled cards. */
export interface Buckets {
  /** Adds one record; `make` is called when its bucket is new. */
  readonly add: (key: string, usage: CountedUsage, where: Where, make: () => BucketKey) => void;
  readonly end: () => void;
}

/** Gives each bucket's bill to `take` when it ends, and rows that cannot be priced to `refuse`. */
export function bucketsOf(
  meters: Meters,
  work: Work,
  take: (group: Group, bill: Bill) => void,
  refuse: (group: Group, offer: Offer, problems: readonly EngineProblem[], where: Where) => void,
): Buckets {
  const buckets = new Map<string, Bucket>();
  let cards = 0;

  const empty = (bucket: Bucket): void => {
    const before = bucket.card;
    flush(bucket, work, (problem, where) => refuse(bucket.group, bucket.offer, [problem], where));
    if (!before && bucket.card) cards += 1;
  };
  const finish = (bucket: Bucket): void => {
    empty(bucket);
    if (!bucket.card) return;
    take(bucket.group, bucket.card.bill());
    bucket.card = null;
    cards -= 1;
  };
  const makeRoom = (): void => {
    for (const [key, bucket] of buckets) {
      if (cards < MOST_CARDS && buckets.size < MOST_BUCKETS) return;
      finish(bucket);
      buckets.delete(key);
    }
  };

  return {
    add: (key, usage, where, make) => {
      let bucket = buckets.get(key);
      if (!bucket) {
        if (cards >= MOST_CARDS || buckets.size >= MOST_BUCKETS) makeRoom();
        bucket = newBucket(make(), meters);
        buckets.set(key, bucket);
      }
      const { columns, meters: named, rows } = bucket;
      for (let index = 0; index < named.length; index += 1) {
        (columns[index] as Float64Array)[rows] = usage[named[index] as string] as number;
      }
      bucket.lines[rows] = where.line;
      bucket.files[rows] = where.file;
      bucket.rows = rows + 1;
      if (bucket.rows === bucket.lines.length && !grow(bucket)) empty(bucket);
    },
    end: () => {
      for (const bucket of buckets.values()) finish(bucket);
      buckets.clear();
    },
  };
}
