import type { Offer } from '../engine/offer.ts';
import type { UsageRecord } from '../usage-records/index.ts';
import { groupValue } from './group-names.ts';
import { type Group, newGroup } from './groups.ts';
import type { Where } from './where.ts';

/** The groups of an answer, made as records come. */
export interface Groups {
  /** The group of a record. */
  readonly of: (record: UsageRecord, offer: Offer, where: Where) => Group;
  /** Groups in the order in which their first records came. */
  readonly all: () => Iterable<Group>;
}

/** Puts records into groups by some names and by currency. A record often belongs where the one before did. */
export function groupsBy(names: readonly string[]): Groups {
  const groups = new Map<string, Group>();
  const takes = names.map(groupValue);
  let last: { readonly values: readonly (string | null)[]; readonly group: Group } | null = null;

  return {
    all: () => groups.values(),
    of: (record, offer, where) => {
      if (last && last.group.currency === offer.currency) {
        let isSame = true;
        for (let index = 0; index < takes.length && isSame; index += 1) {
          isSame = takes[index]?.(record, offer, where) === last.values[index];
        }
        if (isSame) return last.group;
      }
      const values = takes.map((take) => take(record, offer, where));
      const id = `${offer.currency}\u0000${values.map((value) => value ?? '').join('\u0000')}`;
      let group = groups.get(id);
      if (!group) {
        const key = Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
        group = newGroup(groups.size, key, offer.currency);
        groups.set(id, group);
      }
      last = { values, group };
      return group;
    },
  };
}
