import type { Conditions } from '../engine/condition.ts';
import type { Quantity } from './count.ts';
import type { RecordProblem } from './problem.ts';

/** One way to read a record's counts: usage as the engine takes it, wholes including their parts. */
export interface Reading {
  /** What is assumed: `as the format says`, `output_reasoning_tokens beside output_tokens`. */
  readonly label: string;
  readonly usage: Readonly<Record<string, Quantity>>;
}

/** Money that a record carries, as an exact decimal of the currency. */
export interface RecordMoney {
  readonly amount: string;
  readonly currency: string;
  readonly kind: 'charged' | 'estimated';
}

/** What one record says was used. */
export interface UsageRecord {
  readonly format: string;
  /** Milliseconds since 1970 in UTC; null where the record has no date. */
  readonly at: number | null;
  readonly provider: string | null;
  /** True where the provider is the format's maker, and others answer in the same format. */
  readonly presumed: boolean;
  readonly model: string | null;
  readonly conditions: Conditions;
  /** True for sums over many requests, whose single requests are not known. */
  readonly aggregate: boolean;
  /** One where the counts are certain; several bound the answer; none where the record holds money alone. */
  readonly readings: readonly Reading[];
  readonly money: RecordMoney | null;
  /** Fields to group by. */
  readonly fields: Readonly<Record<string, string>>;
  /** The key under which the record may come again; null where it cannot. */
  readonly key: string | null;
  /** Loses against another record of the same key. */
  readonly loses: boolean;
  /** Its place in a tree of records. */
  readonly node: { readonly id: string; readonly parent: string | null } | null;
}

/** What became of one input: a record with what is wrong with it, or a reason for leaving it out. */
export type Outcome =
  | { readonly kind: 'record'; record: UsageRecord; readonly problems: readonly RecordProblem[] }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly problems: readonly RecordProblem[] };
