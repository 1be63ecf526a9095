import { type Conditions, holds, isInForce } from './condition.ts';
import { isMoreSpecific } from './condition-order.ts';
import type { Gap } from './gap.ts';
import { gap } from './gap.ts';
import { containersOf, type Meters } from './meter.ts';
import type { CardRate, PreparedPeriod } from './prepare.ts';
import { whenWords } from './when-words.ts';

/** The rate that prices a meter, or the gap that its absence makes, for a quantity yet to be filled in. */
export type Selection =
  | { readonly rate: CardRate }
  | {
      readonly gap: (quantity: string) => Gap;
      /** Whether the card speaks of the meter, so that even one that a request merely implies is a gap. */
      readonly certain: boolean;
    };

const UNPUBLISHED = { contact: 'unpublished', plan: 'plan_only', unknown: 'price_unknown' } as const;

/**
 * Finds the rate of a meter: its own if one holds, else that of its nearest container with one. Of rates
 * that hold together the most specific wins; two that are equally specific are a gap, never a guess.
 */
export function selectRate(
  meter: string,
  card: PreparedPeriod,
  meters: Meters,
  conditions: Conditions,
  ms: number,
): Selection {
  const own = mostSpecific(meter, card, conditions, ms);
  const candidates = own.length > 0 ? own : nearestAbove(meter, card, meters, conditions, ms);
  const [only, second] = candidates;
  if (second) {
    const rates = candidates.toSorted((a, b) => a.index - b.index).map((one) => rateWords(one, meters));
    return { gap: (quantity) => gap(meter, quantity, 'ambiguous', { rates }), certain: true };
  }
  if (!only) return missing(meter, card, meters, ms);
  if (only.rate.state === 'unpublished') {
    const code = UNPUBLISHED[only.rate.behind ?? 'contact'];
    return { gap: (quantity) => gap(meter, quantity, code, {}), certain: true };
  }
  return { rate: only };
}

function mostSpecific(meter: string, card: PreparedPeriod, conditions: Conditions, ms: number): CardRate[] {
  const rates = card.byMeter.get(meter);
  if (!rates) return [];
  const holding = rates.filter(({ rate }) => holds(rate.when, conditions, ms));
  if (holding.length < 2) return holding;
  return holding.filter((one) => !holding.some((other) => isMoreSpecific(other.rate.when, one.rate.when)));
}

function nearestAbove(
  meter: string,
  card: PreparedPeriod,
  meters: Meters,
  conditions: Conditions,
  ms: number,
): CardRate[] {
  const above = containersOf(meter, meters);
  const priced = above.filter((id) => mostSpecific(id, card, conditions, ms).length > 0);
  const nearest = priced.filter((id) => !priced.some((other) => containersOf(other, meters).includes(id)));
  return nearest.flatMap((id) => mostSpecific(id, card, conditions, ms));
}

/** Why no rate holds: which conditions would bring one now, or that there are only others at other times. */
function missing(
  meter: string,
  card: PreparedPeriod,
  meters: Meters,
  ms: number,
): Extract<Selection, { gap: unknown }> {
  const related = [meter, ...containersOf(meter, meters)];
  const rates = related.flatMap((id) => card.byMeter.get(id) ?? []);
  if (rates.length === 0) return { gap: (quantity) => gap(meter, quantity, 'no_rate', {}), certain: false };
  const inForce = rates.flatMap(({ rate }) => (rate.when && isInForce(rate.when, ms) ? [rate.when] : []));
  const choices = [...new Set(inForce.map(whenWords))];
  if (choices.length === 0) return { gap: (quantity) => gap(meter, quantity, 'not_in_force', {}), certain: true };
  return { gap: (quantity) => gap(meter, quantity, 'needs_condition', { choices }), certain: true };
}

/** What a rate is called: its label, or its meter and when it holds. */
function rateWords({ rate, index }: CardRate, meters: Meters): string {
  const name = rate.label ?? meters.get(rate.meter)?.many ?? rate.meter;
  return `"${name}${rate.when ? `, ${whenWords(rate.when)}` : ''}" (the card's rate ${index + 1})`;
}
