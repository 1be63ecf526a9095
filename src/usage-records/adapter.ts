import type { ConditionKey } from '../engine/condition.ts';

/**
 * Where something stands in a record: `usage.prompt_tokens_details.cached_tokens`. A list of steps where a key holds
 * points itself. `details[modality=AUDIO].tokenCount` takes the entry of a list whose `modality` is `AUDIO`.
 */
export type Path = string | readonly string[];

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

/** What a record must look like: all of `has` stated, none of `lacks`, and each field of `is` one of its values. */
export interface Shape {
  readonly has?: readonly Path[];
  readonly any?: readonly Path[];
  readonly lacks?: readonly Path[];
  readonly is?: Readonly<Record<string, readonly string[]>>;
}

/** Records that are left out knowingly, with the reason that is counted. */
export interface Skip {
  readonly shape: Shape;
  readonly reason: string;
}

/** Records that repeat each other: those with an equal key are one, and one of them is kept. */
export interface Repeats {
  /** Fields that are joined; those that are not stated are left out. */
  readonly key: readonly Path[];
  readonly keep: 'largest' | 'first' | 'last';
  /** A field that, when true, loses against a record without it. */
  readonly loses?: Path;
}

/** Running totals: a record counts what it adds to the one before in the same file. */
export interface Cumulative {
  /** The object of running totals; the counts' paths begin in it. */
  readonly total: Path;
  /** The object of what this record alone added. */
  readonly last: Path;
}

/** Events that together make one record: the first opens it, later ones replace what they state. */
export interface EventStream {
  readonly type: Path;
  readonly open: { readonly is: string; readonly take: Path };
  readonly update: { readonly is: string; readonly take: Path; readonly into: string };
  readonly close: string;
}

/** A tree of records in which only leaves count. */
export interface Tree {
  readonly id: Path;
  readonly parent: Path;
}

/** A field that lines before a record set for all that follow in the file. */
export interface Carried {
  readonly shape: Shape;
  readonly from: Path;
  readonly to: string;
}

/** An object of counts; `keys` are no counts or repeat others, `only` limits it to keys that begin so. */
export interface Known {
  readonly in: Path;
  readonly keys: readonly string[];
  readonly only?: string;
}

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

/** An object of parsed JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
