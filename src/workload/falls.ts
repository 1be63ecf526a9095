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

function firstWhere(holds: (units: Decimal) => boolean, cap: Decimal, from: Decimal = ZERO): Decimal | null {
  if (holds(from)) return from;
  if (!holds(cap)) return null;
  return lastWhere((units) => !holds(units), from, cap).plus(ONE);
}

function tierFalls({ period, counted }: Growing): Decimal[] {
  return (period?.rates ?? []).flatMap((rate) => {
    if (rate.state === 'included' || rate.state === 'unpublished' || rate.tiers?.kind !== 'volume') return [];
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
  return (period?.commitments ?? []).flatMap(({ meter, quantity }) => {
    const used = firstWhere((units) => counted(units, meter).gte(new Decimal(quantity)), UNITS_CAP);
    return used ? [used] : [];
  });
}

/** Just past each whole purchase between what the first answer needs and the budget. */
function purchaseFalls({ offer, unfunded, budget }: Growing, from: Decimal): Decimal[] {
  if (!offer.funding?.some(({ fee, purchase }) => fee && (purchase?.step ?? purchase?.maximum))) return [];
  const needed = unfunded(from) ?? ZERO;
  const sizes = (offer.funding ?? []).flatMap(({ purchase, fee }) =>
    fee ? [purchase?.step, purchase?.maximum].filter((size) => size !== undefined) : [],
  );
  const isWithin = (size: string): boolean =>
    !new Decimal(size).isZero() && budget.div(size).floor().times(size).gte(needed);
  if (!sizes.some(isWithin)) return [];
  const above = firstWhere((units) => unfunded(units)?.gt(budget) ?? true, UNITS_CAP, from);
  if (above === null || above.minus(from).lte(ONE)) return [];
  return (offer.funding ?? []).flatMap(({ purchase, fee }) => {
    if (!fee) return [];
    return [purchase?.step, purchase?.maximum].flatMap((size) => {
      if (size === undefined || new Decimal(size).isZero()) return [];
      const falls: Decimal[] = [];
      let at = budget.div(size).floor().times(size);
      for (let seen = 0; at.gte(needed) && seen < MOST_PURCHASES; seen += 1) {
        const limit = at;
        const past = firstWhere((units) => unfunded(units)?.gt(limit) ?? true, above, from);
        if (past) falls.push(past);
        at = at.minus(size);
      }
      return falls;
    });
  });
}
