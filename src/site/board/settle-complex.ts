import { trustCard } from '../../engine/card-mark.ts';
import type { Offer } from '../../engine/index.ts';
import type { Board } from '../ranking/board.ts';
import { ROW_STATES, settleRow } from '../ranking/totals.ts';
import type { Work } from '../ranking/work.ts';

/** Prices a card; the total, or why there is none. */
type PriceCard = (offer: Offer) => { readonly total: string } | { readonly reason: string };

/** Prices the rows that only the engine can, a few at a time so that typing stays quick. */
export interface ComplexPricing {
  /** Begins with a board; what was begun before is dropped. `done` is called when its last row is settled. */
  readonly begin: (board: Board, pricing: () => Promise<PriceCard>, done: () => void) => void;
}

/** How long after the last letter the engine begins, so that it does not come between two, in milliseconds. */
const LATER = 200;

/** How long the engine may hold up the page at once, in milliseconds. */
const MOST_AT_ONCE = 6;

/** `cards` is the address of the rate cards of these rows. */
export function complexPricing(cards: string, failed: () => void): ComplexPricing {
  let loaded: Promise<ReadonlyMap<string, Offer>> | null = null;
  let turn = 0;
  return {
    begin: (board, pricing, done) => {
      turn += 1;
      const own = turn;
      const waiting = board.list.index.complex.filter((row) => board.totals.state[row] === ROW_STATES.waiting);
      if (waiting.length === 0) return;
      loaded ??= load(cards);
      Promise.all([loaded, pricing()]).then(
        ([offers, price]) => {
          const step = (): void => {
            if (own !== turn) return;
            const until = performance.now() + MOST_AT_ONCE;
            while (waiting.length > 0 && performance.now() < until) {
              const row = waiting.pop() ?? -1;
              const offer = offers.get(board.list.ids[row] ?? '');
              const missing = { reason: 'its rate card could not be loaded' };
              settleRow(board.totals, row, offer ? price(offer) : missing);
            }
            if (waiting.length > 0) setTimeout(step);
            else done();
          };
          setTimeout(step, LATER);
        },
        () => {
          loaded = null;
          if (own === turn) failed();
        },
      );
    },
  };
}

/** How equal requests are priced on a card; the engine is fetched for it. */
export async function pricingOf(work: Work, at: string): Promise<PriceCard> {
  const { priceComplex } = await import('./price-complex.ts');
  return (offer) => priceComplex(offer, work, at);
}

async function load(cards: string): Promise<ReadonlyMap<string, Offer>> {
  const response = await fetch(cards);
  if (!response.ok) throw new Error(`${cards}: ${response.status}`);
  const offers = (await response.json()) as readonly Offer[];
  return new Map(offers.map((offer) => [offer.id, trustCard(offer)]));
}
