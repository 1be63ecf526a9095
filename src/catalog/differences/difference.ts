import type { Shortening } from './rounding.ts';
import type { Field, Speaker, Statement } from './statement.ts';

/** What each kind of difference says about itself. Values are given as they are shown. */
export interface DifferenceArgs {
  rounding: { exact: string; shortened: readonly { readonly value: string; readonly how: Shortening }[] };
  thousands: { decimal: string; binary: string; thousands: string };
  blend: { blend: string; shares: string; of: readonly string[] };
  unit_error:
    | { how: 'factor'; larger: string; smaller: string; factor: string; units: string }
    | { how: 'digits'; value: string; claimed: string; really: string };
  markup: { dearer: string; cheaper: string; ratio: string; meters: readonly string[]; within: boolean };
  other_rule: { value: string; speaker: string; rule: string; of: string };
  other_unit: { units: readonly string[] };
  zero: { free: string; priced: string };
  older: { older: string; since: string; how: 'ended' | 'changed' | 'apart' };
  context_as_output: { value: string; speaker: string };
  date_precision: { earlier: string; later: string; how: 'day_apart' | 'month_only' };
  weights: { endpoints: readonly string[]; publishers: readonly string[] };
  endpoint: { what: 'limit' | 'ability' | 'default' | 'modalities' | 'listing' };
  example: { value: string; place: 'playground' | 'sample'; speaker: string };
  spelling: { how: 'same' | 'longer'; names: readonly string[] };
  identity: { first: string; second: string; parts: readonly string[] };
  unexplained: { values: readonly string[]; within: boolean };
}

export type DifferenceKind = keyof DifferenceArgs;

/** Why some values differ: the kind, and the values that it holds against each other. */
export type Explanation = {
  [K in DifferenceKind]: { readonly kind: K; readonly args: DifferenceArgs[K]; readonly values: readonly string[] };
}[DifferenceKind];

/** One who stated a value. */
export interface Voice extends Pick<Speaker, 'name' | 'offer'> {
  readonly source: string;
  readonly printed?: string;
}

/** A value with those who state it. */
export interface StatedValue {
  readonly value: string;
  readonly shown: string;
  readonly by: readonly Voice[];
}

/** A disagreement on one field, and why it is there. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly field: Field;
  readonly values: readonly StatedValue[];
  /** One sentence without its full stop. */
  readonly text: string;
}

/** What finds one kind of difference among the statements about one field. */
export type DifferenceClass = (said: readonly Statement[]) => readonly Explanation[];
