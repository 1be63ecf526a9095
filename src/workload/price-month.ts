import type { Bill } from '../engine/bill.ts';
import { Decimal, ZERO } from '../engine/decimal.ts';
import { totalAsked } from '../engine/exchange.ts';
import { tryPriceUsage } from '../engine/price-usage.ts';
import { type EngineProblem, isOfTheOffer, RatecardError } from '../engine/problem.ts';
import type { BillOptions } from '../engine/read-options.ts';
import type { UsageGroup } from '../engine/usage.ts';
import { expansionOf } from './expansion.ts';
import { type CannotDo, cannotDo, type WorkOffer } from './limits.ts';
import { type OnCard, onCard } from './on-card.ts';
import type { Point } from './point.ts';
import { WorkloadError } from './problem.ts';
import type { MonthPlan } from './schedule.ts';
import type { WorkGroup } from './work-group.ts';

/** What work is priced on, and how. */
export interface Pricing {
  readonly offer: WorkOffer;
  /** Finds the offers that parts of the work name. */
  readonly find: (id: string) => WorkOffer | undefined;
  readonly options: BillOptions;
}

/** Why the work has no price on an offer, beside gaps: limits, and cards that cannot be read at the date. */
export interface Obstacles {
  readonly cannot: readonly CannotDo[];
  readonly problems: readonly EngineProblem[];
}

export interface PricedMonth extends Obstacles {
  readonly plan: MonthPlan;
  readonly groups: readonly WorkGroup[];
  /** What one request of a group is counted as on the card of its offer. */
  readonly counted: ReadonlyMap<WorkGroup, UsageGroup['usage']>;
  /** One for each offer that takes part, that of the question first. */
  readonly bills: readonly Bill[];
  readonly cards: readonly { readonly offer: string; readonly card: OnCard }[];
  /** Groups that another model would do, and none was named. */
  readonly leftOut: readonly WorkGroup[];
  /** The currency of the total; null without a total. */
  readonly currency: string | null;
  readonly total: Decimal | null;
}

/** Prices one month of the work: a bill for each offer that takes part. */
export function priceMonth(point: Point, plan: MonthPlan, pricing: Pricing): PricedMonth {
  const { groups } = expansionOf(point, plan);
  const byOffer = new Map<WorkOffer, WorkGroup[]>();
  const leftOut: WorkGroup[] = [];
  for (const group of groups) {
    if (group.offer === null && group.role !== 'answer') {
      leftOut.push(group);
      continue;
    }
    const offer = group.offer === null || group.offer === pricing.offer.id ? pricing.offer : pricing.find(group.offer);
    if (!offer) {
      throw new WorkloadError([{ code: 'no_such_offer', args: { offer: group.offer ?? '' }, path: 'offer' }]);
    }
    const known = byOffer.get(offer);
    if (known) known.push(group);
    else byOffer.set(offer, [group]);
  }
  const bills: Bill[] = [];
  const cannot: CannotDo[] = [];
  const problems: EngineProblem[] = [];
  const cards: { offer: string; card: OnCard }[] = [];
  const counted = new Map<WorkGroup, UsageGroup['usage']>();
  for (const [offer, own] of byOffer) {
    const limit = cannotDo(offer, own);
    if (limit) {
      cannot.push(limit);
      continue;
    }
    const card = onCard(own, offer, plan.at);
    cards.push({ offer: offer.id, card });
    for (const [index, { usage }] of card.groups.entries()) {
      const group = own[index];
      if (group) counted.set(group, usage);
    }
    const result = tryPriceUsage(offer, card.groups, { ...pricing.options, at: plan.at, days: plan.days });
    if ('bill' in result) bills.push(result.bill);
    else if (result.problems.every(isOfTheOffer)) problems.push(...result.problems);
    else throw new RatecardError(result.problems);
  }
  const whole = cannot.length + problems.length === 0;
  return { plan, groups, counted, bills, cards, leftOut, cannot, problems, ...totalOf(bills, whole) };
}

function totalOf(bills: readonly Bill[], whole: boolean): { currency: string | null; total: Decimal | null } {
  const currencies = [...new Set(bills.map(({ converted, currency }) => converted?.to ?? currency))];
  if (currencies.length > 1) {
    throw new WorkloadError([{ code: 'mixed_currencies', args: { currencies }, path: 'parts' }]);
  }
  let total: Decimal | null = whole ? ZERO : null;
  for (const bill of bills) {
    const amount = totalAsked(bill);
    total = total === null || amount === null ? null : total.plus(new Decimal(amount));
  }
  return { currency: currencies[0] ?? null, total };
}
