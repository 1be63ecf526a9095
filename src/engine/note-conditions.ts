import { assume } from './assumption.ts';
import {
  allowedValues,
  CONDITION_KEYS,
  CONDITION_NAMES,
  type ConditionKey,
  type Conditions,
  conditionsKey,
  dateBounds,
  holds,
  type When,
} from './condition.ts';
import type { BillContext } from './context.ts';
import { covers } from './multiplier.ts';
import { once } from './once.ts';
import type { Piece, Pieces } from './piece.ts';
import type { Period, Rule } from './rate-card.ts';

interface Spoken {
  /** The values that some rule speaks of, and those that some rate or multiplier does. */
  readonly values: ReadonlySet<string>;
  readonly priced: ReadonlySet<string>;
  readonly hasHours: boolean;
  /** The moments at which some rule, or the period, begins or ends. */
  readonly bounds: readonly number[];
}

const DAY_MS = 86_400_000;

/**
 * Notes every condition that the card does not speak of, or not for some meter that it charges for, and a time of day
 * that decides and was not given.
 */
export function noteConditions(conditions: Conditions, pieces: Pieces, context: BillContext): void {
  const { at, card } = context;
  const spoken = spokenBy(card.period);
  for (const [key, value] of Object.entries(conditions) as [ConditionKey, string][]) {
    if (value === CONDITION_KEYS[key]) continue;
    const own = [...pieces.values()].filter((piece) => conditionsKey(piece.conditions) === conditionsKey(conditions));
    if (spoken.priced.has(`${key} ${value}`)) noteSamePrices(key, value, own, context);
    if (spoken.values.has(`${key} ${value}`)) continue;
    assume(context.assumptions, 'condition_unpriced', { key, value, held: own.length > 0 });
  }
  if (!at.hasTime && (spoken.hasHours || spoken.bounds.some((bound) => at.ms < bound && bound < at.ms + DAY_MS))) {
    assume(context.assumptions, 'time_of_day_assumed', { at: at.text });
  }
}

/** Names the meters whose price does not depend on a condition that others on the card depend on. */
function noteSamePrices(key: ConditionKey, value: string, pieces: readonly Piece[], context: BillContext): void {
  const { card, at, meters } = context;
  for (const { rate, conditions } of pieces) {
    if (rate.state !== 'published' || rate.rate.when?.[key] !== undefined) continue;
    const multiplied = (card.period.multipliers ?? []).some(
      (one) =>
        one.when?.[key] !== undefined && covers(one, rate.rate.meter, meters) && holds(one.when, conditions, at.ms),
    );
    if (multiplied) continue;
    const meter = meters.get(rate.rate.meter)?.many ?? rate.rate.meter;
    assume(context.assumptions, 'condition_same_price', { meter, key, value });
  }
}

const spokenBy = once((period: Period): Spoken => {
  const { rates, multipliers = [], allowances, fees, minimums, commitments, credits } = period;
  const single = [period.request_rounding, period.request_minimum, period.invoice_rounding];
  const prices = whensOf([...rates, ...multipliers]);
  const others = [allowances, fees, minimums, commitments, credits].flatMap((list): readonly Rule[] => list ?? []);
  const all = [...prices, ...whensOf([...others, ...single.flatMap((rule) => rule ?? [])])];
  return {
    values: new Set(all.flatMap(valuesOf)),
    priced: new Set(prices.flatMap(valuesOf)),
    hasHours: all.some(({ time }) => time !== undefined),
    bounds: [...all.flatMap(({ dates }) => (dates ? dateBounds(dates) : [])), dateBounds(period)[1]],
  };
});

function whensOf(rules: readonly Rule[]): When[] {
  return rules.flatMap(({ when }) => when ?? []);
}

function valuesOf(when: When): string[] {
  return CONDITION_NAMES.flatMap((key) => (allowedValues(when, key) ?? []).map((value) => `${key} ${value}`));
}
