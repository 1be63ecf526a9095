import type { Located } from '../usage-records/index.ts';
import type { PriceList } from './price-list.ts';
import type { Where } from './where.ts';

type Take = (outcome: Located<Where>) => void;

/** Offers that are fetched when a record names them. */
export interface OfferSource {
  readonly has: (id: string) => boolean;
  readonly load: (ids: readonly string[]) => Promise<void>;
}

/** Outcomes that wait until the offers they name are there. */
export interface Waiting {
  readonly take: Take;
  /** Loads what is missing and passes on what has come, in its order. */
  readonly settle: () => Promise<void>;
  /** The pieces of a text; before each further piece is taken, what came of the one before is passed on. */
  readonly between: (pieces: AsyncIterable<string>) => AsyncGenerator<string>;
}

/** Holds outcomes back, a piece of text at a time, until all their offers are there. */
export function awaitOffers(match: PriceList['match'], source: OfferSource, take: Take): Waiting {
  let waiting: Located<Where>[] = [];
  const missing = new Set<string>();
  const settle = async (): Promise<void> => {
    if (missing.size > 0) await source.load([...missing]);
    missing.clear();
    const ready = waiting;
    waiting = [];
    for (const outcome of ready) take(outcome);
  };
  return {
    take: (outcome) => {
      waiting.push(outcome);
      if (outcome.kind !== 'record') return;
      const found = match(outcome.record);
      if (found.kind === 'offer' && !source.has(found.offer)) missing.add(found.offer);
    },
    settle,
    between: async function* (pieces) {
      for await (const piece of pieces) {
        yield piece;
        await settle();
      }
    },
  };
}
