import type { Conditions } from './condition.ts';
import { conditionsKey } from './condition.ts';
import { isWithin } from './counts-apart.ts';
import type { Meters } from './meter.ts';
import { once } from './once.ts';
import { type Overlaps, overlapsOf } from './partition.ts';
import type { CardRate, PreparedPeriod } from './prepare.ts';
import { type Selection, selectRate } from './select-rate.ts';

export interface PlannedShare {
  readonly rate: CardRate;
  readonly members: readonly number[];
  /** The subject of the rate's tiers where neither it nor a part of it is among the meters. */
  readonly unstatedSubject: string | null;
}

/** Which rate prices which meter; the same for every usage that names the same meters under the same conditions. */
export interface UsagePlan {
  readonly overlaps: Overlaps;
  /** The rates in the order of the card, each with the positions of the meters that it prices. */
  readonly shares: readonly PlannedShare[];
  /** The positions of meters without a rate, with the gap that each makes. */
  readonly gaps: readonly (Extract<Selection, { gap: unknown }> & { readonly member: number })[];
}

const MOST_PLANS = 500;
const plansOf = once((_: PreparedPeriod) => new Map<string, UsagePlan>());

/** The plan for some meters, made once for each combination of meters, conditions and hours. */
export function usagePlan(
  ids: readonly string[],
  card: PreparedPeriod,
  meters: Meters,
  conditions: Conditions,
  ms: number,
): UsagePlan {
  const known = plansOf(card);
  if (known.size > MOST_PLANS) known.clear();
  const key = `${ids.join(' ')} ${conditionsKey(conditions)} ${card.hasClock ? ms : ''}`;
  const found = known.get(key);
  if (found && found.overlaps.meters === meters) return found;
  const plan = makePlan(ids, card, meters, conditions, ms);
  known.set(key, plan);
  return plan;
}

function makePlan(
  ids: readonly string[],
  card: PreparedPeriod,
  meters: Meters,
  conditions: Conditions,
  ms: number,
): UsagePlan {
  const overlaps = overlapsOf(ids, meters);
  const members = new Map<CardRate, number[]>();
  const gaps: UsagePlan['gaps'][number][] = [];
  for (const [index, id] of overlaps.ids.entries()) {
    const selection = selectRate(id, card, meters, conditions, ms);
    if (!('rate' in selection)) gaps.push({ ...selection, member: index });
    else members.set(selection.rate, [...(members.get(selection.rate) ?? []), index]);
  }
  const shares = [...members]
    .map(([rate, positions]) => ({ rate, members: positions, unstatedSubject: unstatedSubject(rate, ids, meters) }))
    .sort((a, b) => a.rate.index - b.rate.index);
  return { overlaps, shares, gaps };
}

function unstatedSubject(rate: CardRate, ids: readonly string[], meters: Meters): string | null {
  const tiers = rate.state === 'published' ? rate.tiers : null;
  if (!tiers || tiers.kind === 'graduated') return null;
  return ids.some((id) => isWithin(id, [tiers.subject], meters)) ? null : tiers.subject;
}
