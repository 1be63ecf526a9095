import type { Offer } from '../engine/offer.ts';
import type { Rate, Rule, TierStep } from '../engine/rate-card.ts';

/** What stands at a path of an offer: a rate, perhaps one step of its tiers, or another rule. */
export type CardPart =
  | { readonly rate: Rate; readonly step: TierStep | undefined; readonly stepIndex: number }
  | { readonly rule: Partial<Rule> };

const RATE = /^periods\/(\d+)\/rates\/(\d+)(?:\/tiers\/steps\/(\d+))?$/;

/** Looks up `periods/0/rates/3/tiers/steps/0`, `periods/0/fees/1`, `funding/0`. */
export function ruleAt(offer: Pick<Offer, 'periods' | 'funding'>, path: string): CardPart | undefined {
  const match = RATE.exec(path);
  if (match) {
    const rate = offer.periods[Number(match[1])]?.rates[Number(match[2])];
    if (!rate) return undefined;
    const stepIndex = match[3] === undefined ? -1 : Number(match[3]);
    const tiers = 'price' in rate ? rate.tiers : undefined;
    return { rate, step: tiers?.steps[stepIndex], stepIndex };
  }
  let found: unknown = offer;
  for (const key of path.split('/')) {
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined;
  }
  return typeof found === 'object' && found !== null ? { rule: found as Partial<Rule> } : undefined;
}
