import type { When } from './condition.ts';
import type { DecimalString } from './decimal.ts';
import type { RoundingRule } from './rounding.ts';

/** The span over which an allowance, a period tier, a recurring fee or a minimum is counted. */
export type Span = 'day' | 'month' | 'year' | 'once';

/** Fields that every rule of a card carries. */
export interface Rule {
  /** What the page calls it: `Per Message`. */
  readonly label?: string;
  /** When it applies; absent means always. */
  readonly when?: When;
  /** A key of the offer's sources. */
  readonly source: string;
  /** What was read into the page rather than printed on it; the bill repeats it as an assumption. */
  readonly reading?: string;
}

/** The price of a meter under stated conditions, in one of three states. */
export type Rate = PublishedRate | IncludedRate | UnpublishedRate;

interface RateBase extends Rule {
  readonly meter: string;
  /** The page's own words for the unit: `per 1M prompt tokens`. */
  readonly spec?: string;
}

/** `{meter: input_tokens, price: "0.35", per: 1000000}`: 0.35 for each million. */
export interface PublishedRate extends RateBase {
  readonly state?: 'published';
  readonly price: DecimalString;
  /** How many units the price buys. */
  readonly per: number;
  readonly block?: Block;
  readonly tiers?: Tiers;
}

/** Costs nothing by the provider's own rule. */
export interface IncludedRate extends RateBase {
  readonly state: 'included';
}

/** Charged for, at a price that is not public. */
export interface UnpublishedRate extends RateBase {
  readonly state: 'unpublished';
  /** `plan` where the price comes only with a plan or a subscription; `unknown` where nobody says anything of it. */
  readonly behind?: 'contact' | 'plan' | 'unknown';
}

/** How the quantity of one request is made up before it is priced. */
export interface Block {
  /** Billed in whole blocks of this many units, a started block counting as one. */
  readonly size?: DecimalString;
  /** The least that a request is billed for. */
  readonly minimum?: DecimalString;
}

/** A step of a tier: the price of what lies beyond `over`. */
export interface TierStep {
  readonly over: DecimalString;
  readonly price: DecimalString;
}

/** `exclusive`: a count equal to `over` is still below the step. `inclusive`: it has reached it. */
export type Boundary = 'inclusive' | 'exclusive';

export type Tiers = CliffTiers | VolumeTiers | GraduatedTiers;

/** One request's count of `subject` reprices the whole request. */
export interface CliffTiers {
  readonly kind: 'cliff';
  readonly subject: string;
  readonly boundary: Boundary;
  readonly steps: readonly TierStep[];
}

/** A period's count of `subject` reprices everything in the period. */
export interface VolumeTiers {
  readonly kind: 'volume';
  readonly subject: string;
  readonly span: Span;
  readonly boundary: Boundary;
  readonly steps: readonly TierStep[];
}

/** Each part of the quantity pays the price of the step it lies in. */
export interface GraduatedTiers {
  readonly kind: 'graduated';
  /** `request`: each request starts at the bottom; else the quantities of a period add up. */
  readonly span: Span | 'request';
  readonly steps: readonly TierStep[];
}

/** Multiplies the amounts of the named meters and of what they contain; of all when none is named. */
export interface Multiplier extends Rule {
  readonly label: string;
  readonly factor: DecimalString;
  readonly meters?: readonly string[];
}

/** Units that cost nothing in each span, shared by the named meters in the order given. */
export interface Allowance extends Rule {
  readonly label: string;
  readonly meters: readonly string[];
  readonly quantity: DecimalString;
  readonly span: Span;
}

export type Fee = PercentFee | RecurringFee;

/** A percentage of what the usage costs, before (`list_cost`) or after (`usage_cost`) multipliers. */
export interface PercentFee extends Rule {
  readonly kind: 'percent';
  readonly label: string;
  readonly percent: DecimalString;
  readonly base: 'list_cost' | 'usage_cost';
  /** The part of the base in each span on which no fee falls. */
  readonly above?: { readonly amount: DecimalString; readonly span: Span };
}

/** A fixed amount for each span: a plan's price. */
export interface RecurringFee extends Rule {
  readonly kind: 'recurring';
  readonly label: string;
  readonly amount: DecimalString;
  readonly span: Span;
}

/** The least that a span is charged for. */
export interface Minimum extends Rule {
  readonly label: string;
  readonly amount: DecimalString;
  readonly span: Span;
}

/** A quantity that is paid for in each span whether used or not, at the meter's rate. */
export interface Commitment extends Rule {
  readonly label: string;
  readonly meter: string;
  readonly quantity: DecimalString;
  readonly span: Span;
  /** How long it binds, as an ISO 8601 duration: `P1M`. */
  readonly term: string;
}

/** Money that the provider gives in each span, spent before the reader's own. */
export interface Credit extends Rule {
  readonly label: string;
  readonly amount: DecimalString;
  readonly span: Span;
}

/** The rates in force from `from` (inclusive) until `until` (exclusive); null leaves a side open. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
  readonly rates: readonly Rate[];
  readonly multipliers?: readonly Multiplier[];
  readonly allowances?: readonly Allowance[];
  readonly request_rounding?: RoundingRule & Rule;
  readonly request_minimum?: { readonly amount: DecimalString } & Rule;
  readonly fees?: readonly Fee[];
  readonly invoice_rounding?: RoundingRule & Rule;
  readonly minimums?: readonly Minimum[];
  readonly commitments?: readonly Commitment[];
  readonly credits?: readonly Credit[];
}
