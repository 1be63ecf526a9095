/**
 * Everything that the table of all offers ranks, filters and shows, as columns of one row for each offer in the order
 * of ids. Prices are exact decimals: for a million of what is sold by the million, else for one.
 */
export interface OfferIndex {
  readonly schema: typeof OFFER_INDEX_SCHEMA;
  /** The date whose rates hold. */
  readonly at: string;
  readonly currency: string;
  /** The days over which a workload is spread. */
  readonly days: number;
  readonly meters: readonly IndexMeter[];
  /** Each price that a row has, from the lowest up. */
  readonly prices: readonly IndexPrice[];
  /** Reasons for which an offer is not priced, in words. */
  readonly reasons: readonly string[];
  readonly providers: readonly IndexProvider[];
  /** Labs, each with how many of the models, in their order, are its own. */
  readonly labs: readonly (readonly [id: string, name: string, models: number])[];
  /** The last part of each model's id with its name, where that is another. */
  readonly models: readonly (string | readonly [id: string, name: string])[];
  readonly capabilities: readonly string[];
  readonly modalities: readonly string[];
  /** Distinct sets of facts: capabilities, inputs, outputs, each as positions. */
  readonly facts: readonly (readonly [readonly number[], readonly number[], readonly number[]])[];
  readonly dates: readonly string[];
  readonly offers: {
    /** The last part of the id; empty where it is that of the model. */
    readonly slug: readonly string[];
    readonly model: readonly number[];
    /** For each meter, a position among the prices, or a {@link PRICE_STATES} below zero. */
    readonly prices: readonly (readonly number[])[];
    readonly context: readonly number[];
    readonly max_output: readonly number[];
    readonly facts: readonly number[];
    /** 0 where nobody says, 1 for open weights, 2 for closed. */
    readonly weights: readonly number[];
    readonly checked: readonly number[];
    readonly trust: readonly number[];
  };
  /** What tells a row from others of its seller and model, and that its prices differ by the time of day. */
  readonly marks: readonly (readonly [row: number, mark: string])[];
  /** Other names by which a row is looked for. */
  readonly names: readonly (readonly [row: number, names: string])[];
  /** Rows that no workload can be priced on, with the position of the reason. */
  readonly barred: readonly (readonly [row: number, reason: number])[];
  /** Rows whose terms are more than prices times counts; the engine prices them. */
  readonly complex: readonly number[];
}

export const OFFER_INDEX_SCHEMA = 'ratecard.offer-index/1';

/** A count that a workload may state. */
export interface IndexMeter {
  readonly id: string;
  readonly one: string;
  readonly many: string;
  /** How many units the shown price is for. */
  readonly per: 1 | 1_000_000;
  /** The position of the meter that contains it, which stands before it. */
  readonly within?: number;
  /** How many each request makes without saying so. */
  readonly implied?: string;
}

/** A price, or one that a request's count of a meter decides: the price of the last step reached. */
export type IndexPrice =
  | string
  | {
      readonly price: string;
      /** The position of the meter whose count in one request decides. */
      readonly subject: number;
      readonly inclusive: boolean;
      readonly steps: readonly (readonly [over: string, price: string])[];
    };

/**
 * What a row has in place of a price: nothing, and nothing is charged; included at no charge; charged as what
 * contains it. From {@link FIRST_GAP} down, a gap whose reason stands at `FIRST_GAP - state`.
 */
export const PRICE_STATES = { none: -1, included: -2, folded: -3 } as const;
export const FIRST_GAP = -4;

/** The most places of a price that rows are ranked by; rows with a finer one are complex. */
export const MOST_PRICE_PLACES = 6;

export interface IndexProvider {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** How many rows are its own. */
  readonly offers: number;
  readonly funding?: IndexFunding;
}

/**
 * What buying credit makes of a cost that is above zero: from `from` up the larger of `cost x factor + fixed` and
 * `cost + minimum`, below it `cost x share`; above `most`, as many purchases of that as fit and one of the rest.
 */
export interface IndexFunding {
  readonly factor: string;
  readonly fixed: string;
  readonly minimum: string;
  readonly from: string;
  readonly share: string;
  readonly most: string | null;
}
