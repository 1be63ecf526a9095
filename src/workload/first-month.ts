import { plain } from '../engine/decimal.ts';
import type { BillOptions } from '../engine/read-options.ts';
import type { UsageGroup } from '../engine/usage.ts';
import { requireWork } from './estimate.ts';
import { expansionOf } from './expansion.ts';
import { type CannotDo, cannotDo, type WorkOffer } from './limits.ts';
import { pointAt } from './point.ts';
import { type MonthPlan, requireMonths } from './schedule.ts';
import { monthOrWhy, type TotalOrWhy } from './total.ts';
import type { Workload } from './workload.ts';

/** Why what a month counts differs from offer to offer, so that it cannot be said once for all. */
export type OfferDecides = 'media' | 'waits' | 'other_offers';

/** The first month of some work, each input at its expected value, for whoever prices very many offers. */
export interface FirstMonth {
  /** The requests that an offer answers, which are the same for all; or why they are not. */
  readonly asked: readonly UsageGroup[] | OfferDecides;
  /** What is left out because another model does it and none is named: `embedding`. */
  readonly leftOut: readonly string[];
  /** Why an offer cannot do the work at all; null where it can. */
  readonly cannot: (offer: WorkOffer) => CannotDo | null;
  /** What the month comes to on an offer, or why it comes to nothing. */
  readonly total: (offer: WorkOffer) => TotalOrWhy;
}

/**
 * The first month of a workload. A chat of 100 conversations of two turns, 500 tokens and 250 back each, is 100 requests
 * of 500 tokens in and 100 of 1,250. Throws a {@link WorkloadError} with every problem of the work.
 *
 * @param options the date of the rates and what else a bill is asked; the work's own start is not
 */
export function firstMonth(workload: Workload, options: BillOptions): FirstMonth {
  const point = pointAt(requireWork(workload), new Map());
  const [first] = requireMonths(point, options.at);
  const plan = { ...(first as MonthPlan), at: options.at };
  const { groups } = expansionOf(point, plan);
  const isLeftOut = ({ role, offer }: (typeof groups)[number]): boolean => role !== 'answer' && offer === null;
  const own = groups.filter((group) => !isLeftOut(group));
  const decides = own.map(({ takes, waits, offer }): OfferDecides | null => {
    if (offer !== null) return 'other_offers';
    if (takes !== 'text') return 'media';
    return waits ? 'waits' : null;
  });
  const asked = own.map(({ requests, usage }) => ({
    requests: plain(requests),
    usage: Object.fromEntries([...usage].map(([meter, quantity]) => [meter, plain(quantity)])),
  }));
  return {
    asked: decides.find((one) => one !== null) ?? asked,
    leftOut: [...new Set(groups.filter(isLeftOut).map(({ role }) => role))],
    cannot: (offer) => cannotDo(offer, own),
    total: (offer) => monthOrWhy(point, plan, { offer, find: () => undefined, options }),
  };
}
