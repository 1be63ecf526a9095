import type { OfferRanking } from './compare-offers.ts';

/** What recorded money comes to beside what the catalog says, for the records that carry it. */
export interface RecordedMoney {
  readonly kind: 'charged' | 'estimated';
  readonly currency: string;
  /** The sum of what the records carry. */
  readonly amount: string;
  readonly records: number;
  /** Of those, the ones that could be priced exactly in the same currency. */
  readonly compared: number;
  readonly equal: number;
  /** The sum of theirs less ours over the compared records. */
  readonly difference: string;
  readonly explained: readonly { readonly reason: string; readonly records: number }[];
  readonly largest: readonly {
    readonly file: string;
    readonly line: number;
    readonly recorded: string;
    readonly priced: string;
  }[];
}

/** What some records cost together. */
export interface PricedGroup {
  readonly key: Readonly<Record<string, string | null>>;
  readonly currency: string;
  readonly records: number;
  /** Of those, the ones of which the cost is known between bounds only. */
  readonly bounded: number;
  readonly requests: string;
  /** Bounds of what could be priced; equal where everything is certain. */
  readonly low: string;
  readonly high: string;
  /** Null while something in the group has no price or no certain reading. */
  readonly total: string | null;
  readonly complete: boolean;
  readonly gaps: readonly {
    readonly offer: string;
    readonly meter: string;
    readonly quantity: string;
    readonly reason: string;
  }[];
  readonly usage: Readonly<Record<string, string>>;
}

/** The JSON of `ratecard price`. */
export interface PriceAnswer {
  readonly schema: 'ratecard.price/1';
  readonly groups: readonly PricedGroup[];
  readonly totals: readonly { readonly currency: string; readonly low: string; readonly high: string }[];
  /** Null where something is missing or uncertain, or currencies differ. */
  readonly total: string | null;
  readonly currency: string | null;
  readonly complete: boolean;
  readonly records: number;
  readonly formats: Readonly<Record<string, number>>;
  readonly skipped: readonly { readonly reason: string; readonly records: number }[];
  readonly unmatched: readonly {
    readonly provider: string | null;
    readonly model: string | null;
    readonly records: number;
    readonly tokens: string;
    /** The ids of offers that are spelt most alike, or all that the name may mean. */
    readonly nearest: readonly string[];
    /** The name means several offers. */
    readonly ambiguous?: true;
  }[];
  /** What was used on each offer; parts are counted in their wholes. */
  readonly work: readonly {
    readonly offer: string;
    readonly requests: string;
    readonly usage: Readonly<Record<string, string>>;
  }[];
  readonly recorded: readonly RecordedMoney[];
  readonly problems: readonly {
    readonly file: string;
    readonly line: number;
    readonly code: string;
    readonly text: string;
  }[];
  readonly problem_counts: Readonly<Record<string, number>>;
  readonly assumptions: readonly { readonly code: string; readonly text: string }[];
  /** With `--compare`, the same records on other offers. */
  readonly comparison?: OfferRanking;
}
