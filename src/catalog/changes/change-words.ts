import type { Meters } from '../../engine/meter.ts';
import { isPricedByMillion } from '../unit-prices.ts';
import { countWords, listWords } from '../words/list.ts';
import { money } from '../words/money.ts';
import { unitWords } from '../words/unit-words.ts';
import type { ArgsOf, Change, ChangeKind } from './change.ts';
import type { PriceState } from './price-points.ts';

/** Each kind as a heading names it. */
export const CHANGE_LABELS: Record<ChangeKind, string> = {
  new: 'New',
  gone: 'Gone',
  up: 'Up',
  down: 'Down',
  added: 'Price added',
  removed: 'Price removed',
  state: 'Price state',
  terms: 'Terms',
  corrected: 'Corrected',
};

const STATES: Record<PriceState, string> = { published: 'priced', included: 'included', unpublished: 'not published' };

interface Speech {
  readonly price: (price: string | null) => string;
  readonly of: (meter: string, rule: string) => string;
}

const moved =
  (way: string) =>
  ({ meter, rule, from, to, percent }: ArgsOf<'up'>, { price, of }: Speech): string =>
    `${of(meter, rule)} ${way} from ${price(from)} to ${price(to)}${percent === null ? '' : ` (${percent}%)`}`;

const WORDS: { readonly [K in ChangeKind]: (args: ArgsOf<K>, speech: Speech) => string } = {
  new: ({ rates }) => `sold from then on, at ${countWords(rates, 'price')}`,
  gone: ({ because }) => (because === 'retired' ? 'no longer served' : 'no prices hold from then on'),
  up: moved('up'),
  down: moved('down'),
  added: ({ meter, rule, to, state }, { price, of }) =>
    `${of(meter, rule)} added: ${to === null ? STATES[state] : price(to)}`,
  removed: ({ meter, rule, from, state }, { price, of }) =>
    `${of(meter, rule)} no longer listed; it was ${from === null ? STATES[state] : price(from)}`,
  state: ({ meter, rule, before, after, to }, { price, of }) =>
    `${of(meter, rule)} was ${STATES[before]} and is ${to === null ? STATES[after] : price(to)}`,
  terms: ({ terms }) => `other terms: ${listWords(terms.map((term) => term.replaceAll('_', ' ')))}`,
  corrected: ({ meter, rule, from, to }, { price, of }) =>
    `${of(meter, rule)} corrected from ${price(from)} to ${price(to)}`,
};

/** A change in words, without its date and offer: `1M input tokens up from $0.35 to $0.42 (20%)`. */
export function changeText({ kind, args, currency }: Change, meters: Meters): string {
  const speech: Speech = {
    price: (price) => (price === null ? 'no price' : money(price, currency)),
    of: (meter, rule) => {
      const unit = unitWords({ meter, per: isPricedByMillion(meter) ? 1_000_000 : 1 }, meters);
      return rule ? `${unit} (${rule})` : unit;
    },
  };
  const words = WORDS[kind] as (given: Change['args'], how: Speech) => string;
  return words(args, speech);
}
