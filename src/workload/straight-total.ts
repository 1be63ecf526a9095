import { cardProblems } from '../engine/card-mark.ts';
import { takeApart } from '../engine/counts-apart.ts';
import { Decimal, plain, ZERO } from '../engine/decimal.ts';
import { usualTopUpFee } from '../engine/fund.ts';
import type { Gap } from '../engine/gap.ts';
import type { Meters } from '../engine/meter.ts';
import { unknownMeters } from '../engine/named-meters.ts';
import { type PreparedPeriod, preparePeriod } from '../engine/prepare.ts';
import type { EngineProblem } from '../engine/problem.ts';
import type { BillOptions } from '../engine/read-options.ts';
import { STANDARD_METERS } from '../engine/standard-meters.ts';
import { type UsagePlan, usagePlan } from '../engine/usage-plan.ts';
import { type Aggregate, aggregateGroup } from './expansion.ts';
import type { WorkOffer } from './limits.ts';

const straight = new WeakMap<PreparedPeriod, boolean>();

/** Whether a bill of the card is its rates times quantities, with nothing before or after. */
function isStraight(card: PreparedPeriod): boolean {
  const known = straight.get(card);
  if (known !== undefined) return known;
  const { multipliers, fees, minimums, credits, invoice_rounding } = card.period;
  const rules = [multipliers, fees, minimums, credits].some((list) => (list?.length ?? 0) > 0);
  const is = !rules && !invoice_rounding;
  straight.set(card, is);
  return is;
}

const NO_CONDITIONS = {};

/** What an aggregate comes to, or the gaps for which it has no total. */
export type StraightTotal = { readonly total: Decimal } | { readonly gaps: readonly Gap[] };

/**
 * What an aggregate comes to on a card that is nothing but rates, the fee for buying the credit included, without
 * making a bill of it. Null where the card or the question holds anything more: then a bill tells.
 */
export function straightTotal(
  aggregate: Aggregate,
  counted: readonly string[],
  offer: WorkOffer,
  index: number,
  ms: number,
  options: BillOptions,
): StraightTotal | null {
  const period = offer.periods[index];
  const { when, used_before, currency = offer.currency, meters = STANDARD_METERS, top_up, payment_method } = options;
  if (!period || cardProblems(offer)?.length !== 0 || when || used_before || currency !== offer.currency) return null;
  const funding = options.fees === false ? [] : (offer.funding ?? []);
  if (funding.length > 0 && (top_up !== undefined || payment_method !== undefined)) return null;
  const card = preparePeriod(period, index);
  if (!isStraight(card) || unknownMeters(offer, period, card.path, meters).length > 0) return null;
  const counts = countsOf(aggregate, counted, meters);
  if (!counts) return null;
  const plan = planOf(counts, card, ms);
  const parts = partsOf(counts, plan);
  if (!parts) return null;
  if (plan.gaps.length > 0) {
    const gaps = plan.gaps.flatMap(({ member, gap }) => {
      const part = parts[member] ?? ZERO;
      return part.isZero() ? [] : [gap(plain(part))];
    });
    if (gaps.length > 0) return { gaps };
  }
  let total: Decimal | null = null;
  for (const { rate, members } of plan.shares) {
    if (rate.state === 'included') continue;
    if (rate.state !== 'published') return null;
    const amount = rate.amount(sumOf(members, parts)).value;
    total = total === null ? amount : total.plus(amount);
  }
  if (total === null) return { total: ZERO };
  return { total: funding.length === 0 ? total : total.plus(usualTopUpFee(total, funding)) };
}

function sumOf(members: readonly number[], parts: readonly Decimal[]): Decimal {
  const [first = -1, ...others] = members;
  return others.reduce((sum, member) => sum.plus(parts[member] ?? ZERO), parts[first] ?? ZERO);
}

interface Counts {
  readonly ids: readonly string[];
  readonly quantities: ReadonlyMap<string, Decimal>;
  readonly meters: Meters;
  parts: readonly Decimal[] | null | undefined;
  /** The plans of cards on which neither the date nor the hour decides which rate holds. */
  readonly plans: WeakMap<PreparedPeriod, UsagePlan>;
}

/** The plan for the counts on a card. */
function planOf({ ids, meters, plans }: Counts, card: PreparedPeriod, ms: number): UsagePlan {
  const found = plans.get(card);
  if (found) return found;
  const made = usagePlan(ids, card, meters, NO_CONDITIONS, ms);
  if (!card.hasClock) plans.set(card, made);
  return made;
}

const known = new WeakMap<Aggregate, Map<string, Counts | null>>();

/** The counts of an aggregate, read once; null where a meter is not known. */
function countsOf(aggregate: Aggregate, counted: readonly string[], meters: Meters): Counts | null {
  let byCounted = known.get(aggregate);
  if (!byCounted) {
    byCounted = new Map();
    known.set(aggregate, byCounted);
  }
  const key = counted.join(' ');
  const found = byCounted.get(key);
  if (found !== undefined && (found === null || found.meters === meters)) return found;
  const usage = Object.entries(aggregateGroup(aggregate, counted).usage);
  const isKnown = usage.every(([meter]) => meters.has(meter));
  const quantities = new Map(usage.map(([meter, quantity]) => [meter, new Decimal(quantity)]));
  const counts = isKnown
    ? { ids: [...quantities.keys()], quantities, meters, parts: undefined, plans: new WeakMap() }
    : null;
  byCounted.set(key, counts);
  return counts;
}

/** What each meter holds that none of its parts does: the same for every card. */
function partsOf(counts: Counts, plan: UsagePlan): readonly Decimal[] | null {
  if (counts.parts === undefined) {
    const problems: EngineProblem[] = [];
    const { parts } = takeApart(counts.quantities, plan, '', problems);
    counts.parts = problems.length > 0 ? null : parts;
  }
  return counts.parts;
}
