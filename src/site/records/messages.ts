import type { PriceAnswer } from '../../record-pricing/answer.ts';
import type { RecordMap } from '../../record-pricing/record-map.ts';

/** What the page asks its worker to price. */
export interface Ask {
  readonly files: readonly File[];
  /** Names to group by, as the command takes them. */
  readonly groupBy: readonly string[];
  /** Who served the requests, where the records do not say. */
  readonly provider?: string;
  /** The format of the records, where it cannot be told. */
  readonly format?: string;
  /** The offer to price everything on. */
  readonly as?: string;
  /** The model whose offers are compared, or all offers. */
  readonly compare?: { readonly model: string } | 'all';
  readonly map: RecordMap;
  /** The address of the names of all offers. */
  readonly index: string;
  /** The folder with a file of offers for each provider. */
  readonly offers: string;
  /** The folder with the offers of models, divided among files. */
  readonly cards: string;
}

/** Something that offers can be compared for: a model, by its id, and how it is listed. */
export interface Comparable {
  readonly value: string;
  readonly label: string;
}

/** What the worker says: how many bytes it has read, then the answer, or why there is none. */
export type Told =
  | { readonly kind: 'read'; readonly bytes: number }
  | {
      readonly kind: 'answer';
      readonly answer: PriceAnswer;
      readonly comparable: readonly Comparable[];
      /** How offers that the map names were found. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'failed'; readonly text: string };
