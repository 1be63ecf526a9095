import type { Meters } from '../../../engine/meter.ts';
import type { Offer } from '../../../engine/offer.ts';
import type { Match, Served } from '../../../record-pricing/price-list.ts';
import type { PriceTerms } from '../../../record-pricing/price-terms.ts';
import type { Stretch } from '../../../record-pricing/read-stretch.ts';
import type { TallyPart } from '../../../record-pricing/tally-part.ts';
import type { Where } from '../../../record-pricing/where.ts';
import type { FileMemory, HeldPart, ReadOptions } from '../../../usage-records/index.ts';

/** A file, or the lines of one between two bytes. */
export interface StretchJob {
  readonly file: string;
  /** The bytes from `from` up to `until`; null is the whole file, of any kind. */
  readonly bytes: { readonly from: number; readonly until: number } | null;
  /** What the record before is expected to leave. */
  readonly begun: FileMemory;
  /** Whether the file ends with it. */
  readonly isLast: boolean;
}

/** What a stretch came to. */
export interface StretchResult {
  readonly stretch: Stretch;
  readonly part: TallyPart;
  readonly held: HeldPart<Where>;
  /** What its last record leaves for the next. */
  readonly memory: FileMemory;
}

/** What every worker is told when it starts. */
export interface WorkerSettings {
  readonly meters: Meters;
  readonly terms: PriceTerms;
  readonly options: ReadOptions;
}

/** The offer of a record, where it has one. */
export interface FoundOffer {
  readonly served: Served;
  readonly match: Match;
  readonly offer: Offer | null;
}

export type ToWorker =
  | { readonly kind: 'job'; readonly job: StretchJob }
  | { readonly kind: 'offers'; readonly found: readonly FoundOffer[] };

export type FromWorker =
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'find'; readonly served: readonly Served[] }
  | { readonly kind: 'result'; readonly result: StretchResult };
