import { allowedValues, CONDITION_NAMES, isInForce, type When } from '../../engine/condition.ts';
import { Decimal } from '../../engine/decimal.ts';
import type { Period, PublishedRate, Rate } from '../../engine/rate-card.ts';
import { conditionWords } from './condition-words.ts';
import { listWords } from './list.ts';

/** What a meter costs that has no price without a condition. */
export interface AskedPrice {
  readonly meter: string;
  readonly per: number;
  /** From the least price to the most; both are one where the condition changes nothing. */
  readonly least: string;
  readonly most: string;
  /** Under which condition, or what decides: `when speed fast`, `by time of day`. */
  readonly condition: string;
}

type AskedRate = PublishedRate & { readonly when: When };

function isAsked(rate: Rate): rate is AskedRate {
  return rate.state !== 'included' && rate.state !== 'unpublished' && rate.when !== undefined;
}

/** The meters of a period that are priced under conditions only; prices whose dates were over at a moment are none. */
export function askedPrices({ rates }: Period, at: string): AskedPrice[] {
  const always = new Set(rates.filter(({ when }) => !when).map(({ meter }) => meter));
  const groups = new Map<string, AskedRate[]>();
  for (const rate of rates.filter(isAsked)) {
    if (always.has(rate.meter) || isOver(rate.when, at)) continue;
    const key = `${rate.per} ${rate.meter}`;
    groups.set(key, [...(groups.get(key) ?? []), rate]);
  }
  return [...groups.values()].flatMap(priceOf);
}

function priceOf(rates: readonly AskedRate[]): AskedPrice[] {
  const sorted = rates.toSorted((a, b) => new Decimal(a.price).cmp(b.price));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most) return [];
  const { meter, per } = least;
  return [{ meter, per, least: least.price, most: most.price, condition: conditionOf(rates.map(({ when }) => when)) }];
}

function conditionOf(whens: readonly When[]): string {
  const [first, ...others] = whens;
  if (first && others.length === 0) return conditionWords(first);
  return `by ${listWords([
    ...CONDITION_NAMES.filter((name) => whens.some((when) => allowedValues(when, name) !== null)).map((name) =>
      name.replaceAll('_', ' '),
    ),
    ...(whens.some(({ time }) => time) ? ['time of day'] : []),
    ...(whens.some(({ dates }) => dates) ? ['date'] : []),
  ])}`;
}

function isOver({ dates }: When, at: string): boolean {
  return dates?.until !== undefined && !isInForce({ dates: { until: dates.until } }, Date.parse(at));
}
