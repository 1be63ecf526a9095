import { assume } from './assumption.ts';
import { allowedValues, CONDITION_KEYS, type ConditionKey, type Conditions, type When } from './condition.ts';
import type { BillContext } from './context.ts';
import type { Period } from './rate-card.ts';

interface Spoken {
  readonly values: ReadonlyMap<ConditionKey, ReadonlySet<string>>;
  readonly hasHours: boolean;
}

const spokenOf = new WeakMap<Period, Spoken>();

/** Notes every condition that the card does not speak of, and a time of day that decides and was not given. */
export function noteConditions(conditions: Conditions, context: BillContext): void {
  const spoken = spokenBy(context.card.period);
  for (const [key, value] of Object.entries(conditions) as [ConditionKey, string][]) {
    if (value !== CONDITION_KEYS[key] && !spoken.values.get(key)?.has(value)) {
      assume(context.assumptions, 'condition_unpriced', { key, value });
    }
  }
  if (spoken.hasHours && !context.at.hasTime) {
    assume(context.assumptions, 'time_of_day_assumed', { at: context.at.text });
  }
}

function spokenBy(period: Period): Spoken {
  const known = spokenOf.get(period);
  if (known) return known;
  const values = new Map<ConditionKey, Set<string>>();
  let hasHours = false;
  for (const when of allWhens(period)) {
    hasHours ||= when.time !== undefined;
    for (const key of Object.keys(CONDITION_KEYS) as ConditionKey[]) {
      for (const value of allowedValues(when, key) ?? []) {
        values.set(key, (values.get(key) ?? new Set<string>()).add(value));
      }
    }
  }
  const spoken = { values, hasHours };
  spokenOf.set(period, spoken);
  return spoken;
}

function allWhens(period: Period): When[] {
  const rules = [
    period.rates,
    period.multipliers,
    period.allowances,
    period.fees,
    period.minimums,
    period.commitments,
    period.credits,
  ];
  return rules.flatMap((list) => (list ?? []).flatMap(({ when }) => (when ? [when] : [])));
}
