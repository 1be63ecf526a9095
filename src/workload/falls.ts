import { Decimal, ONE, ZERO } from '../engine/decimal.ts';
import type { Period } from '../engine/rate-card.ts';
import type { WorkOffer } from './limits.ts';
import { type CostOf, lastWhere, UNITS_CAP } from './most-within.ts';

/** The most steps of a purchase that are looked at one by one. */
const MOST_PURCHASES = 100;

/** What decides where a bill can fall as the units grow. */
export interface Growing {
  readonly offer: WorkOffer;
  readonly period: Period | undefined;
  /** How often a meter is counted over all requests. */
  readonly counted: (units: Decimal, meter: string) => Decimal;
  /** The bill without the fee for buying credit. */
  readonly unfunded: CostOf;
  readonly budget: Decimal;
}

/**
 * The units from which a bill may be lower than for one less: where a volume tier reprices everything, a commitment is
 * used up, or the next larger purchase of credit carries a smaller fee for each unit.
 */
export function fallsOf(growing: Growing): (from: Decimal) => Decimal[] {
  return (from) => [...tierFalls(growing), ...commitmentFalls(growing), ...purchaseFalls(growing, from)];
}

/** The first units above some from which it holds up to the cap; null where it does not there. */
function firstWhere(holds: (units: Decimal) => boolean, cap: Decimal, from: Decimal = ZERO): Decimal | null {
  if (!holds(cap)) return null;
  return lastWhere((units) => !holds(units), from, cap).plus(ONE);
}

function tierFalls({ period, counted }: Growing): Decimal[] {
  return (period?.rates ?? []).flatMap((rate) => {
    if (!('tiers' in rate) || rate.tiers?.kind !== 'volume') return [];
    const { subject, boundary, steps } = rate.tiers;
    return steps.flatMap(({ over }) => {
      const limit = new Decimal(over);
      const reached = (units: Decimal): boolean => {
        const count = counted(units, subject);
        return boundary === 'inclusive' ? count.gte(limit) : count.gt(limit);
      };
      return firstWhere(reached, UNITS_CAP) ?? [];
    });
  });
}

function commitmentFalls({ period, counted }: Growing): Decimal[] {
  return (period?.commitments ?? []).flatMap(
    ({ meter, quantity }) => firstWhere((units) => counted(units, meter).gte(quantity), UNITS_CAP) ?? [],
  );
}

/** Just past each whole purchase between what the first answer needs and the budget. */
function purchaseFalls({ offer, unfunded, budget }: Growing, from: Decimal): Decimal[] {
  const needed = unfunded(from) ?? ZERO;
  const wholes = (offer.funding ?? []).flatMap(({ fee, purchase }) =>
    fee ? [purchase?.step, purchase?.maximum].flatMap((size) => wholesOf(size ?? '0', needed, budget)) : [],
  );
  if (wholes.length === 0) return [];
  const above = firstWhere((units) => isOver(unfunded(units), budget), UNITS_CAP, from);
  if (above === null) return [];
  return wholes.map((whole) => lastWhere((units) => !isOver(unfunded(units), whole), from, above).plus(ONE));
}

/** Whole purchases of one size, from the most that the budget pays down to what is needed. */
function wholesOf(size: string, needed: Decimal, budget: Decimal): Decimal[] {
  const wholes: Decimal[] = [];
  if (new Decimal(size).isZero()) return wholes;
  let whole = budget.div(size).floor().times(size);
  while (whole.gte(needed) && wholes.length < MOST_PURCHASES) {
    wholes.push(whole);
    whole = whole.minus(size);
  }
  return wholes;
}

function isOver(cost: Decimal | null, limit: Decimal): boolean {
  return cost === null || cost.gt(limit);
}
