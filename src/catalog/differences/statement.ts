import type { Period } from '../../engine/rate-card.ts';

/** What kind of thing a field holds, which decides the classes of difference that can explain it. */
export type FieldKind =
  | 'price'
  | 'billing'
  | 'tokens'
  | 'capability'
  | 'weights'
  | 'date'
  | 'modalities'
  | 'parameter'
  | 'name';

/** What is stated: its id (`price/USD/output_tokens`, `capabilities/vision`), and as a heading names it. */
export interface Field {
  readonly id: string;
  readonly kind: FieldKind;
  readonly label: string;
}

/** The prices of an offer, for classes that need more than one of them. */
export interface PriceCard {
  /** The prices that hold without any condition, by meter, as {@link Statement.value} gives them. */
  readonly plain: ReadonlyMap<string, string>;
  /** The period in force, with its tiers and conditional rates; null where only the plain prices are known. */
  readonly period: Period | null;
  /** Prices that held before: `{meter, price, until}`. */
  readonly earlier: readonly { readonly meter: string; readonly price: string; readonly until: string }[];
}

/** Who states something. */
export interface Speaker {
  readonly name: string;
  /** Null for the maker, who speaks of the model. */
  readonly offer: string | null;
  /** Of an offer: `listing` shows the prices of others, `lab` sells its own models. */
  readonly kind?: 'lab' | 'cloud' | 'host' | 'gateway' | 'listing' | 'seller';
  /** The id that the offer's API takes. */
  readonly model_id?: string;
}

/** What one source states of one field. */
export interface Statement {
  readonly field: Field;
  /**
   * The value in the form in which it is compared. Prices: a decimal, per million of tokens and characters, else per
   * one. Tokens: a whole number. Capabilities and weights: `yes` or `no`. Dates: `2025-03-17`.
   */
  readonly value: string;
  /** The value in words. */
  readonly shown: string;
  readonly speaker: Speaker;
  /** A key of the sources of the offer, or of the model. */
  readonly source: string;
  readonly printed?: string;
  /** When the source says, or was read to say, what it says: `2026-05-08`. */
  readonly as_of?: string;
  /** The meter of a price. */
  readonly meter?: string;
  readonly card?: PriceCard;
  /** Where a setting is an example rather than stated as the default. */
  readonly example?: 'playground' | 'sample';
  /** The context window of the same offer, in tokens. */
  readonly context?: string;
}
