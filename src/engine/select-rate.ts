import { type Conditions, holds, isMoreSpecific, whenWords } from './condition.ts';
import type { Gap } from './gap.ts';
import { gap } from './gap.ts';
import type { Meters } from './meter.ts';
import type { CardRate, PreparedPeriod } from './prepare.ts';

/** The rate that prices a meter, or the gap that its absence makes (per unit; the quantity is filled in later). */
export type Selection = { readonly rate: CardRate } | { readonly gap: (quantity: string) => Gap };

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
    const rates = candidates.map(({ path }) => path);
    return { gap: (quantity) => gap(meter, quantity, 'ambiguous', { rates }) };
  }
  if (!only) return { gap: (quantity) => missing(meter, quantity, card, meters) };
  if (only.rate.state === 'unpublished') {
    const code = only.rate.behind === 'plan' ? 'plan_only' : 'unpublished';
    return { gap: (quantity) => gap(meter, quantity, code, {}) };
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
  const above = meters.get(meter)?.ancestors ?? [];
  const priced = above.filter((id) => mostSpecific(id, card, conditions, ms).length > 0);
  const nearest = priced.filter((id) => !priced.some((other) => meters.get(other)?.ancestors.includes(id)));
  return nearest.flatMap((id) => mostSpecific(id, card, conditions, ms));
}

function missing(meter: string, quantity: string, card: PreparedPeriod, meters: Meters): Gap {
  const related = [meter, ...(meters.get(meter)?.ancestors ?? [])];
  const choices = related.flatMap((id) =>
    (card.byMeter.get(id) ?? []).flatMap(({ rate }) => (rate.when ? [whenWords(rate.when)] : [])),
  );
  return choices.length > 0
    ? gap(meter, quantity, 'needs_condition', { choices })
    : gap(meter, quantity, 'no_rate', {});
}
