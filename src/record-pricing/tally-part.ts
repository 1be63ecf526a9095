import type { PriceAnswer, RecordedMoney } from './answer.ts';
import type { BillPart } from './bills.ts';

/** A group of a part, with its sums so far; bills that are still open are not in them. */
export interface GroupPart {
  readonly values: readonly (string | null)[];
  readonly currency: string;
  readonly records: number;
  readonly bounded: number;
  readonly requests: string;
  readonly low: string;
  readonly high: string;
  readonly isCertain: boolean;
  readonly gaps: readonly { offer: string; meter: string; reason: string; quantity: string }[];
  readonly usage: Readonly<Record<string, string>>;
}

/** What was taken as given in a part. */
export interface NotesPart {
  readonly assumed: readonly (readonly [text: string, code: string])[];
  readonly presumed: readonly (readonly [offer: string, name: string])[];
  readonly undated: number;
}

/**
 * What a stretch of the records came to, as plain data. Merged in the order of the stretches, parts give the answer
 * that all records give in one go.
 */
export interface TallyPart {
  readonly records: number;
  readonly formats: Readonly<Record<string, number>>;
  readonly skipped: readonly (readonly [reason: string, records: number])[];
  readonly groups: readonly GroupPart[];
  readonly bills: readonly BillPart[];
  readonly unmatched: PriceAnswer['unmatched'];
  readonly work: PriceAnswer['work'];
  /** With every explanation, however many there are. */
  readonly money: readonly RecordedMoney[];
  readonly notes: NotesPart;
  readonly problems: PriceAnswer['problems'];
  readonly problemCounts: Readonly<Record<string, number>>;
}
