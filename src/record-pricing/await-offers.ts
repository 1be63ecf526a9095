import type { Located } from '../usage-records/index.ts';
import type { Served } from './price-list.ts';
import type { Where } from './where.ts';

type Take = (outcome: Located<Where>) => void;

/** Offers that are found when a record asks for them. */
export interface OfferSource {
  /** Whether the offer of a record, or that it has none, is known. */
  readonly has: (record: Served) => boolean;
  readonly load: (records: readonly Served[]) => Promise<void>;
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
export function awaitOffers(source: OfferSource, take: Take): Waiting {
  let waiting: Located<Where>[] = [];
  const missing = new Map<string, Served>();
  const settle = async (): Promise<void> => {
    if (missing.size > 0) await source.load([...missing.values()]);
    missing.clear();
    const ready = waiting;
    waiting = [];
    for (const outcome of ready) take(outcome);
  };
  return {
    take: (outcome) => {
      waiting.push(outcome);
      if (outcome.kind !== 'record' || source.has(outcome.record)) return;
      const { provider, model, presumed } = outcome.record;
      missing.set(servedKey(outcome.record), { provider, model, presumed });
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

/** A text that is the same for records of one offer. */
export function servedKey({ provider, model, presumed }: Served): string {
  return JSON.stringify([provider, model, presumed]);
}
