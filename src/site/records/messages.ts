import type { PriceAnswer } from '../../record-pricing/answer.ts';

/** What the page asks its worker to price. */
export interface Ask {
  readonly files: readonly File[];
  /** Names to group by, as the command takes them. */
  readonly groupBy: readonly string[];
  /** Who served the requests, where the records do not say. */
  readonly provider?: string;
  /** The format of the records, where it cannot be told. */
  readonly format?: string;
  /** The address of the names of all offers. */
  readonly index: string;
  /** The folder with a file of offers for each provider. */
  readonly offers: string;
}

/** What the worker says: how many bytes it has read, then the answer, or why there is none. */
export type Told =
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'answer'; readonly answer: PriceAnswer }
  | { readonly kind: 'failed'; readonly text: string };
