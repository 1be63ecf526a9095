import type { Conditions } from '../engine/condition.ts';
import type { Offer } from '../engine/offer.ts';
import type { Reading, UsageRecord } from '../usage-records/index.ts';
import { billReadings } from './bill-readings.ts';
import type { Bills } from './bills.ts';
import type { MoneyComparison } from './compare-money.ts';
import type { Groups } from './group-of.ts';
import { addBill, type Group } from './groups.ts';
import type { CountedUsage } from './lane.ts';
import type { Notes } from './notes.ts';
import { offerTerms } from './offer-terms.ts';
import type { PriceList } from './price-list.ts';
import type { Refusals } from './refusals.ts';
import type { UnmatchedModels } from './unmatched.ts';
import type { Where } from './where.ts';
import type { Work } from './work.ts';

/** When and as what records are priced. */
export interface PriceTerms {
  /** The moment whose rates hold for everything; null takes each record's own. */
  readonly at: number | null;
  /** The moment for records without a date. */
  readonly today: number;
  /** What requests were asked for, where the records do not say. */
  readonly when: Conditions;
  readonly groupBy: readonly string[];
}

/** Where the parts of an answer are collected. */
export interface Sinks {
  readonly groups: Groups;
  readonly bills: Bills;
  readonly money: MoneyComparison;
  readonly unmatched: UnmatchedModels;
  readonly notes: Notes;
  readonly refusals: Refusals;
  readonly work: Work;
}

/**
 * Prices records one by one. Certain whole counts go to rows that are priced together; what has bounds, fractions or
 * a cost to compare is priced by itself.
 */
export function recordPricer(
  { meters, match, offer: offerOf }: PriceList,
  terms: PriceTerms,
  { groups, bills, money, unmatched, notes, refusals, work }: Sinks,
): (record: UsageRecord, isClean: boolean, where: Where) => void {
  const conditionsOf = laidOver(terms.when);

  const priceAlone = (record: UsageRecord, offer: Offer, group: Group, ms: number, clean: boolean, where: Where) => {
    const priced = billReadings(record.readings, offer, conditionsOf(record.conditions), ms, meters);
    if ('problems' in priced) {
      refusals.unpriced(group, offer, priced.problems, where);
      return;
    }
    const { bills: made, least, most } = priced;
    work.add(offer.id, record.readings[0]?.usage ?? {});
    addBill(group, least, most.usage_total);
    notes.bill(least);
    if (!clean && made.length > 1) refusals.severalReadings(made, where);
    if (!record.money) return;
    const readings = made.map(({ label, bill }) => ({ label, amount: bill.usage_total }));
    const isPriced = made.every(({ bill }) => bill.complete);
    money.add(record.money, isPriced ? { readings, currency: offer.currency } : null, where);
  };

  return (record, isClean, where) => {
    const matched = match(record);
    const isCounted = record.readings.length > 0;
    if (matched.kind === 'unmatched' || !isCounted) {
      if (record.money) money.add(record.money, null, where);
      if (matched.kind === 'unmatched' && isCounted) unmatched.add(matched, record);
      return;
    }
    const offer = offerOf(matched.offer);
    if (matched.presumed) notes.presumed(offer.id, record);
    if (record.at === null && terms.at === null) notes.undated();
    const ms = terms.at ?? record.at ?? terms.today;
    const group = groups.of(record, offer, where);
    group.records += 1;
    if (!isClean) group.isCertain = false;
    const rules = offerTerms(offer);
    if (record.aggregate && rules.perRequest(ms)) {
      refusals.aggregate(group, offer, where);
      return;
    }
    const overPeriod = rules.overPeriod(ms);
    if (overPeriod && terms.groupBy.length > 0) notes.periodRule(offer.id);
    const only = certainCounts(record.readings);
    if (!only || (record.money && !overPeriod)) {
      priceAlone(record, offer, group, ms, isClean, where);
      return;
    }
    if (record.money) money.add(record.money, null, where);
    const conditions = conditionsOf(record.conditions);
    bills.add({ group, offer, conditions, ms, moment: rules.momentKey(ms) }, only, where);
  };
}

/** The usage of a record with a single reading, if all its counts are whole numbers. */
function certainCounts([first, second]: readonly Reading[]): CountedUsage | null {
  if (!first || second) return null;
  const { usage } = first;
  for (const meter in usage) if (typeof usage[meter] !== 'number') return null;
  return usage as CountedUsage;
}

/** Conditions laid over those of all records; equal ones stay one object. */
function laidOver(when: Conditions): (own: Conditions) => Conditions {
  const known = new WeakMap<Conditions, Conditions>();
  return (own) => {
    let all = known.get(own);
    if (!all) {
      all = { ...when, ...own };
      known.set(own, all);
    }
    return all;
  };
}
