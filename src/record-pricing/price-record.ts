import type { Offer } from '../engine/offer.ts';
import type { Reading, UsageRecord } from '../usage-records/index.ts';
import { billReadings, type ReadingBills } from './bill-readings.ts';
import type { Bills, Priced } from './bills.ts';
import type { MoneyComparison, PricedRecord } from './compare-money.ts';
import type { Groups } from './group-of.ts';
import { addBill, type Group } from './groups.ts';
import { laidOver } from './laid-over.ts';
import type { CountedUsage } from './lane.ts';
import { momentOf } from './moment-of.ts';
import type { Notes } from './notes.ts';
import { offerTerms } from './offer-terms.ts';
import type { PriceList } from './price-list.ts';
import type { PriceTerms } from './price-terms.ts';
import type { Refusals } from './refusals.ts';
import { summedRequests } from './summed-requests.ts';
import type { UnmatchedModels } from './unmatched.ts';
import type { Where } from './where.ts';
import type { Work } from './work.ts';

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
 * Prices records one by one. What can be read in one way goes to the bill of its group, offer and moment; what can be
 * read in several is priced by itself, between bounds.
 */
export function recordPricer(
  { meters, match, offer: offerOf }: PriceList,
  terms: PriceTerms,
  { groups, bills, money, unmatched, notes, refusals, work }: Sinks,
): (record: UsageRecord, isClean: boolean, where: Where) => void {
  const conditionsOf = laidOver(terms.when);

  const priceBetween = (
    { group, offer, conditions, ms }: Priced,
    record: UsageRecord,
    clean: boolean,
    where: Where,
  ) => {
    const priced = billReadings(record.readings, offer, conditions, ms, meters);
    if ('problems' in priced) {
      refusals.unpriced(group, offer, priced.problems, where);
      return;
    }
    work.add(offer.id, record.readings[0]?.usage ?? {});
    group.bounded += 1;
    addBill(group, priced.least, priced.most.usage_total);
    notes.bill(priced.least);
    if (!clean) refusals.severalReadings(priced.bills, where);
    if (record.money) money.add(record.money, comparable(priced, offer), where);
  };
  const compareAlone = (record: UsageRecord, { offer, conditions, ms }: Priced) => {
    const priced = billReadings(record.readings, offer, conditions, ms, meters);
    return 'problems' in priced ? null : comparable(priced, offer);
  };

  /** A sum of requests as its card charges for it; null where the card charges for requests that it does not count. */
  const withRequests = (record: UsageRecord, group: Group, offer: Offer, charged: ReadonlySet<string>) => {
    const summed = summedRequests(record.readings, charged);
    if (!summed) return null;
    group.requests = group.requests.plus(summed.further);
    if (!charged.has('requests')) work.addRequests(offer.id, summed.further);
    return { ...record, readings: summed.readings };
  };

  return (record, isClean, where) => {
    const matched = match(record);
    if (matched.kind === 'unmatched' || record.readings.length === 0) {
      if (record.money) money.add(record.money, null, where);
      if (matched.kind === 'unmatched' && record.readings.length > 0) unmatched.add(matched, record);
      return;
    }
    const offer = offerOf(matched.offer);
    if (matched.presumed) notes.presumed(offer.id, record);
    if (matched.by === 'rule') notes.byRule(offer.id, record);
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
    const counted = record.aggregate ? withRequests(record, group, offer, rules.charged(ms)) : record;
    if (!counted) {
      refusals.uncounted(group, offer, where);
      return;
    }
    const overPeriod = rules.overPeriod(ms);
    if (overPeriod && rules.hasClock(ms)) notes.periodRule(offer.id, 'group, month and set of hours with one price');
    else if (overPeriod && terms.groupBy.length > 0) notes.periodRule(offer.id, 'group and month');
    const conditions = conditionsOf(record.conditions);
    const priced = { group, offer, conditions, ms, moment: momentOf(offer, ms, terms.byMonth) };
    const [first, second] = counted.readings;
    if (!first) return;
    if (second) {
      priceBetween(priced, counted, isClean, where);
      return;
    }
    if (isCounted(first.usage)) bills.add(priced, first.usage, where);
    else bills.addOne(priced, first.usage, where);
    if (record.money) money.add(record.money, overPeriod ? null : compareAlone(counted, priced), where);
  };
}

/** Our price under each reading, where there is one; to be held against the money in a record. */
function comparable({ bills }: ReadingBills, { currency }: Offer): PricedRecord | null {
  if (!bills.every(({ bill }) => bill.complete)) return null;
  return { readings: bills.map(({ label, bill }) => ({ label, amount: bill.usage_total })), currency };
}

/** Whether all counts are whole numbers that are numbers. */
function isCounted(usage: Reading['usage']): usage is CountedUsage {
  for (const meter in usage) if (typeof usage[meter] !== 'number') return false;
  return true;
}
