import { type Conditions, conditionsKey } from '../engine/condition.ts';
import type { Offer } from '../engine/offer.ts';
import type { Buckets } from './buckets.ts';
import type { Group } from './groups.ts';
import { offerTerms } from './offer-terms.ts';
import type { Where } from './where.ts';

/** Usage whose counts are all whole numbers. */
export type CountedUsage = Readonly<Record<string, number>>;

/** Adds a record's usage to the rows that are priced like it. */
export type AddRow = (
  group: Group,
  offer: Offer,
  conditions: Conditions,
  ms: number,
  usage: CountedUsage,
  where: Where,
) => void;

/** The bucket that a record went into, so that the next of its kind finds it without spelling out its key. */
interface Last {
  readonly group: Group;
  readonly offer: Offer;
  readonly conditions: Conditions;
  readonly moment: string;
  readonly named: readonly string[];
  readonly key: string;
}

/** Finds the bucket of each record: the same group, offer, moment of its card, conditions and meters. */
export function bucketRows(buckets: Buckets): AddRow {
  const offers = new Map<Offer, number>();
  let last: Last | null = null;
  return (group, offer, conditions, ms, usage, where) => {
    const moment = offerTerms(offer).momentKey(ms);
    const isLast =
      last?.group === group &&
      last.offer === offer &&
      last.conditions === conditions &&
      last.moment === moment &&
      hasKeys(usage, last.named);
    if (!isLast || !last) {
      const index = offers.get(offer) ?? offers.size;
      offers.set(offer, index);
      const named = Object.keys(usage);
      const key = `${group.id} ${index} ${moment} ${conditionsKey(conditions)} ${named.join(' ')}`;
      last = { group, offer, conditions, moment, named, key };
    }
    const { key, named } = last;
    buckets.add(key, usage, where, () => ({ group, offer, meters: named, conditions, ms }));
  };
}

function hasKeys(usage: CountedUsage, named: readonly string[]): boolean {
  let index = 0;
  for (const meter in usage) {
    if (named[index] !== meter) return false;
    index += 1;
  }
  return index === named.length;
}
