import type { Condition, Count, Crossing, Money, StatedTotal, Unsplit } from './declared-counts.ts';
import type { Carried, Cumulative, EventStream, Known, Repeats, Shape, Skip, Tree } from './declared-records.ts';
import type { JsonObject } from './json-object.ts';
import type { Path } from './path.ts';

/** How one format of usage records is read: data, for the one interpreter of `read-record.ts`. */
export interface Adapter {
  readonly format: string;
  /** What it is, for a person. */
  readonly title: string;
  /** The state of the format that this follows. */
  readonly version: string;
  /** Who sells, where the format says; a path where the record does. */
  readonly provider?: string | { readonly from: readonly Path[] };
  /** Who sells as far as can be told: others answer in the same format. */
  readonly presumes?: string;
  readonly shape: Shape;
  /** What is enough when the format, or one of its sellers, is stated. */
  readonly loose?: Shape;
  /** Formats that a record of this one also looks like; this one is meant then. */
  readonly over?: readonly string[];
  /** Sellers whose records look like this without saying so; `--provider` chooses. */
  readonly sellers?: readonly string[];
  readonly model: readonly Path[];
  readonly at: readonly Path[];
  readonly counts: readonly Count[];
  readonly total?: StatedTotal;
  /** Sums of many requests, and how many they are; absent for records of one request. */
  readonly requests?: readonly Path[];
  /** Parts that overlap by an amount that the format may leave out: the answer lies between least and most. */
  readonly crossings?: readonly Crossing[];
  /** Meters whose split the format leaves out: the answer lies between none and all of the whole. */
  readonly unsplit?: readonly Unsplit[];
  readonly when?: readonly Condition[];
  /** Conditions that hold for every record of the format. */
  readonly always?: Readonly<Record<string, string>>;
  readonly money?: Money;
  /** The record holds money alone, and no counts. */
  readonly moneyOnly?: true;
  /** Where fields to group by stand. */
  readonly fields?: Readonly<Record<string, readonly Path[]>>;
  /** Objects of counts: what is neither read nor known there is reported. */
  readonly known?: readonly Known[];
  /** Lists of further counts that the totals leave out, entries of some types aside. */
  readonly beyond?: readonly { readonly list: Path; readonly type: string; readonly within: readonly string[] }[];
  /** Fields that must add up where all are stated. */
  readonly sums?: readonly { readonly whole: Path; readonly parts: readonly Path[] }[];
  readonly skip?: readonly Skip[];
  readonly repeats?: Repeats;
  readonly cumulative?: Cumulative;
  readonly events?: EventStream;
  readonly tree?: Tree;
  readonly carried?: readonly Carried[];
  /** Brings a record whose shape cannot be addressed by paths into one that can. */
  readonly arrange?: (record: JsonObject) => JsonObject;
}
