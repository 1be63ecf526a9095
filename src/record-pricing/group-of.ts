import type { Offer } from '../engine/offer.ts';
import type { UsageRecord } from '../usage-records/index.ts';
import { groupValue } from './group-names.ts';
import { type Group, newGroup } from './groups.ts';
import type { Where } from './where.ts';

/** The groups of an answer, made as records come. */
export interface Groups {
  readonly names: readonly string[];
  /** The group of a record. */
  readonly of: (record: UsageRecord, offer: Offer, where: Where) => Group;
  /** The group with these values of the names. */
  readonly with: (values: readonly (string | null)[], currency: string) => Group;
  /** Groups in the order in which their first records came. */
  readonly all: () => Group[];
}

/** Puts records into groups by some names and by currency. A record often belongs where the one before did. */
export function groupsBy(names: readonly string[]): Groups {
  const groups = new Map<string, Group>();
  const takes = names.map(groupValue);
  let last: Group | null = null;

  const withValues: Groups['with'] = (values, currency) => {
    const id = JSON.stringify([currency, ...values]);
    let group = groups.get(id);
    if (!group) {
      group = newGroup(groups.size, values, currency);
      groups.set(id, group);
    }
    return group;
  };
  return {
    names,
    with: withValues,
    all: () => [...groups.values()],
    of: (record, offer, where) => {
      if (last && last.currency === offer.currency) {
        let isSame = true;
        for (let index = 0; index < takes.length && isSame; index += 1) {
          isSame = takes[index]?.(record, offer, where) === last.values[index];
        }
        if (isSame) return last;
      }
      last = withValues(
        takes.map((take) => take(record, offer, where)),
        offer.currency,
      );
      return last;
    },
  };
}
