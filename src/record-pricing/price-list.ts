import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import type { UsageRecord } from '../usage-records/index.ts';

/** What of a record names its offer. */
export type Served = Pick<UsageRecord, 'provider' | 'model' | 'presumed'>;

/** No offer was found for a record. */
export interface Unmatched {
  readonly kind: 'unmatched';
  readonly provider: string | null;
  readonly model: string | null;
  /** The ids of offers that are spelt most alike, or all that the name may mean. */
  readonly nearest: readonly string[];
  /** The name means several offers. */
  readonly ambiguous?: true;
}

/** The offer that a record was served by, or why it is not known. */
export type Match =
  | {
      readonly kind: 'offer';
      readonly offer: string;
      /** Nothing says who served it. */
      readonly presumed: boolean;
      /** Its name only fits a rule of the offer's. */
      readonly by?: 'rule';
    }
  | Unmatched;

/** All that pricing needs to know of a catalog. */
export interface PriceList {
  readonly meters: Meters;
  readonly match: (record: Served) => Match;
  /** The offer of an id that `match` gave. */
  readonly offer: (id: string) => Offer;
}
