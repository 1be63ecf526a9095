import { trustCard } from '../../engine/card-mark.ts';
import type { Offer } from '../../engine/index.ts';
import type { Board } from '../ranking/board.ts';
import { ROW_STATES, settleRow } from '../ranking/totals.ts';
import type { Work } from '../ranking/work.ts';

type Engine = typeof import('./price-complex.ts');

/** Prices the rows that only the engine can, a few at a time so that typing stays quick. */
export interface ComplexPricing {
  /** Begins with a board; what was begun before is dropped. `done` is called when its last row is settled. */
  readonly begin: (board: Board, work: Work, done: () => void) => void;
}

/** How long after the last letter the engine begins, so that it does not come between two, in milliseconds. */
const LATER = 200;

/** How long the engine may hold up the page at once, in milliseconds. */
const MOST_AT_ONCE = 6;

/** `cards` is the address of the rate cards of these rows. */
export function complexPricing(cards: string, failed: () => void): ComplexPricing {
  let loaded: Promise<readonly [Engine, ReadonlyMap<string, Offer>]> | null = null;
  let turn = 0;
  return {
    begin: (board, work, done) => {
      turn += 1;
      const own = turn;
      const waiting = board.list.index.complex.filter((row) => board.totals.state[row] === ROW_STATES.waiting);
      if (waiting.length === 0) return;
      loaded ??= load(cards);
      loaded.then(
        ([engine, offers]) => {
          const step = (): void => {
            if (own !== turn) return;
            const until = performance.now() + MOST_AT_ONCE;
            while (waiting.length > 0 && performance.now() < until) {
              const row = waiting.pop() ?? -1;
              const offer = offers.get(board.list.ids[row] ?? '');
              const missing = { reason: 'its rate card could not be loaded' };
              settleRow(board.totals, row, offer ? engine.priceComplex(offer, work, board.list.index.at) : missing);
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

async function load(cards: string): Promise<readonly [Engine, ReadonlyMap<string, Offer>]> {
  const [engine, response] = await Promise.all([import('./price-complex.ts'), fetch(cards)]);
  if (!response.ok) throw new Error(`${cards}: ${response.status}`);
  const offers = (await response.json()) as readonly Offer[];
  return [engine, new Map(offers.map((offer) => [offer.id, trustCard(offer)]))];
}
