import type { Period, PublishedRate, Rate } from '../../engine/rate-card.ts';
import { whenWords } from '../../engine/when-words.ts';
import { unitPrice } from '../differences/other-rule.ts';
import { groupDigits } from '../words/money.ts';

export type PriceState = 'published' | 'included' | 'unpublished';

/** One price of a card: of a meter, under a rule, from a step on. */
export interface PricePoint {
  /** The same in every period for the same price: meter, conditions and step. */
  readonly key: string;
  readonly meter: string;
  /** `service tier batch`, `above 200,000`; empty where nothing is asked. */
  readonly rule: string;
  readonly state: PriceState;
  /** Per million of tokens and characters, else per one; null where nothing is published. */
  readonly price: string | null;
  readonly source: string;
  /** Everything beside the price that decides what a unit costs: blocks, and how steps are reached. */
  readonly terms: string;
}

/** Every price of a period, in the order of the card; a rate with tiers is one for each step. */
export function pricePoints(period: Period): PricePoint[] {
  return period.rates.flatMap(pointsOf);
}

function pointsOf(rate: Rate): PricePoint[] {
  const condition = rate.when ? whenWords(rate.when) : '';
  const point = (over: string | null, price: string | null, state: PriceState, terms: string): PricePoint => ({
    key: JSON.stringify([rate.meter, condition, over]),
    meter: rate.meter,
    rule: [condition, ...(over === null ? [] : [`above ${groupDigits(over)}`])].filter(Boolean).join(', '),
    state,
    price,
    source: rate.source,
    terms,
  });
  if (rate.state === 'included' || rate.state === 'unpublished') return [point(null, null, rate.state, '')];
  const terms = termsOf(rate);
  const steps = (rate.tiers?.steps ?? []).map(({ over, price }) =>
    point(over, unitPrice({ ...rate, price }), 'published', terms),
  );
  return [point(null, unitPrice(rate), 'published', terms), ...steps];
}

function termsOf({ block, tiers }: PublishedRate): string {
  if (!tiers) return JSON.stringify({ block });
  const { steps: _, ...reached } = tiers;
  return JSON.stringify({ block, reached });
}
