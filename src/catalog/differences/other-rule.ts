import { Decimal, plain } from '../../engine/decimal.ts';
import type { PublishedRate } from '../../engine/rate-card.ts';
import { whenWords } from '../../engine/when-words.ts';
import { isPricedByMillion, perMillion } from '../unit-prices.ts';
import { groupDigits } from '../words/money.ts';
import { eachPair } from './pairs.ts';
import type { PriceCard } from './statement.ts';

/** A price that a card asks under some rule: a tier, a condition, or for another meter such as cached input. */
interface RulePrice {
  readonly price: string;
  readonly rule: string;
  readonly of: string;
}

/** A price that is what another source asks in another tier, under a condition, or for cached tokens. */
export const otherRule = eachPair((a, b) => {
  if (!b.card || b.meter === undefined) return null;
  const found = knownRulePrices(b.card, b.meter).find(({ price }) => price === a.value);
  if (!found) return null;
  const { rule, of } = found;
  return {
    kind: 'other_rule',
    values: [a.value, b.value],
    args: { value: a.shown, speaker: b.speaker.name, rule, of },
  };
});

const known = new WeakMap<PriceCard, Map<string, readonly RulePrice[]>>();

/** {@link rulePrices}, worked out once for a card: each of its statements is held against every other seller's. */
function knownRulePrices(card: PriceCard, meter: string): readonly RulePrice[] {
  const own = known.get(card) ?? new Map<string, readonly RulePrice[]>();
  known.set(card, own);
  const prices = own.get(meter) ?? rulePrices(card, meter);
  own.set(meter, prices);
  return prices;
}

/** Every price of a card that someone could take for the plain one of a meter, with what it is really asked for. */
export function rulePrices({ period, plain: prices }: PriceCard, meter: string): RulePrice[] {
  const rates = (period?.rates ?? []).filter(
    (rate): rate is PublishedRate => rate.state !== 'included' && rate.state !== 'unpublished',
  );
  const of = meter.replaceAll('_', ' ');
  const own = rates.filter((rate) => rate.meter === meter);
  return [
    ...own.flatMap((rate) => (rate.when ? [{ price: unitPrice(rate), rule: `with ${whenWords(rate.when)}`, of }] : [])),
    ...own.flatMap((rate) =>
      (rate.tiers?.steps ?? []).map(({ over, price }) => ({
        price: unitPrice({ ...rate, price }),
        rule: `above ${groupDigits(over)}`,
        of,
      })),
    ),
    ...(period?.multipliers ?? []).flatMap(({ factor, meters, when, label }) => {
      const price = prices.get(meter);
      if (price === undefined || (meters && !meters.includes(meter))) return [];
      const rule = when ? `with ${whenWords(when)}` : `with ${label}`;
      return [{ price: plain(new Decimal(price).times(factor)), rule, of }];
    }),
    ...[...prices].flatMap(([other, price]) =>
      /^cache_read/.test(other) && meter === 'input_tokens'
        ? [{ price, rule: 'only', of: other.replaceAll('_', ' ') }]
        : [],
    ),
  ];
}

/** The price of a rate as statements give it: per million of tokens and characters, else per one. */
export function unitPrice(rate: Pick<PublishedRate, 'meter' | 'price' | 'per'>): string {
  const million = new Decimal(perMillion(rate));
  return plain(isPricedByMillion(rate.meter) ? million : million.div(1_000_000));
}
