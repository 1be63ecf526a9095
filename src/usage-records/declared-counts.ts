import type { ConditionKey } from '../engine/condition.ts';
import type { Path } from './path.ts';

/** Whether a part is counted in its whole, or reported beside it. */
export type Relation = 'inside' | 'beside';

/** What a count is a part of, and how the record reports it. */
export interface Part {
  readonly of: string;
  readonly relation: Relation;
  /** Some writers report it the other way; the record's total tells which. */
  readonly detect?: true;
  /** The record does not tell at all: both readings are priced. */
  readonly unsure?: true;
}

/** One count of a record, as a meter. */
export interface Count {
  readonly meter: string;
  /** Its spellings; the first that is stated is taken. */
  readonly from: readonly Path[];
  /** Without, it is a whole of its own. */
  readonly part?: Part;
  /** A record without it cannot be priced. */
  readonly required?: true;
}

/** A total that the record states, and the wholes that it is the sum of. */
export interface StatedTotal {
  readonly from: readonly Path[];
  readonly of: readonly string[];
}

/** A part that the format does not count, or only in the object `unless`. */
export interface Unsplit {
  readonly meter: string;
  readonly of: string;
  readonly unless?: Path;
}

/** `both` counts what two parts of the same whole share. */
export interface Crossing {
  readonly parts: readonly [string, string];
  readonly both: string;
  readonly of: string;
}

/** Money that the record itself carries; `scale` units of the currency for one of the field. */
export interface Money {
  readonly from: readonly Path[];
  /** What one is worth: `0.01` for cents, `0.0000000001` for ticks of 1e-10. */
  readonly scale: string;
  readonly currency: string | { readonly from: Path; readonly otherwise: string };
  /** `charged` by the provider, or `estimated` by the tool that wrote the record. */
  readonly kind: 'charged' | 'estimated';
}

/** What a field says about how a request was made, in words of the catalog. */
export interface Condition {
  readonly key: ConditionKey;
  readonly from: readonly Path[];
  /** The record's words on the left; others are taken as they stand. */
  readonly values: Readonly<Record<string, string>>;
}
