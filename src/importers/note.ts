/** What is said of a row of an upstream. Each code has its words, and whether it leaves its row out of the claims. */
interface NoteRule {
  readonly leftOut: boolean;
  readonly words: string;
}

export const NOTE_RULES = {
  not_a_row: {
    leftOut: true,
    words: 'the row is not of the shape that the upstream has; expected an object with an id',
  },
  bad_provider_id: {
    leftOut: true,
    words:
      'the provider has no id of its own that can name a file; expected lower-case letters, digits, dots and dashes',
  },
  duplicate_row: { leftOut: true, words: 'the provider lists this id a second time; the first row is kept' },
  no_price: { leftOut: false, words: 'no price is given; the claim says unknown' },
  zero_without_evidence: {
    leftOut: false,
    words: 'every price is zero and nothing says why; the claim says unknown, never free',
  },
  id_says_free: { leftOut: false, words: 'no price or only zeros are given and the id says free' },
  name_says_free: { leftOut: false, words: 'no price or only zeros are given and the name says free' },
  provider_id_says_plan: { leftOut: false, words: "every price is zero and the provider's id is that of a plan" },
  provider_name_says_plan: { leftOut: false, words: "every price is zero and the provider's name is that of a plan" },
  zero_beside_prices: {
    leftOut: false,
    words: 'a price of zero stands beside others that are not; the rate has no price',
  },
  zero_as_absent: { leftOut: false, words: 'a zero written for what is not charged apart; there is no such rate' },
  not_a_model: { leftOut: true, words: 'the row describes the format itself, not a model' },
  not_readable: { leftOut: false, words: 'none of the prices could be read; the claim says unknown' },
  price_not_a_number: { leftOut: false, words: 'a price is not a number of zero or more; this rate is left out' },
  price_is_text: { leftOut: false, words: 'a price that was a number is text; this rate is left out' },
  price_is_not_text: { leftOut: false, words: 'a price that was text is of another type; this rate is left out' },
  unknown_price_key: { leftOut: false, words: 'nobody knows what this price is for; this rate is left out' },
  unknown_unit: { leftOut: false, words: 'nobody knows the unit of this price; this rate is left out' },
  ambiguous_unit: {
    leftOut: false,
    words: 'the upstream does not say what one unit of this price is; this rate is left out',
  },
  part_without_whole: { leftOut: false, words: 'the whole of which this is a part has no price; kept as it is' },
  unknown_constraint: { leftOut: false, words: 'the condition of these prices cannot be read; they are left out' },
  unread_condition: { leftOut: false, words: 'a price holds under a condition that has no meter here; it is left out' },
  unread_tier: { leftOut: false, words: 'the steps of a tier cannot be read; this rate is left out' },
  derived_price: { leftOut: false, words: 'repeats what another field says; the other field is kept' },
  repaired_float: { leftOut: false, words: 'a number changed by arithmetic in doubles is written as it was before' },
  odd_digits: { leftOut: false, words: 'a number of more digits than anyone prices by, which no repair explains' },
  threshold_minus_one: {
    leftOut: false,
    words: 'a step over a number ending in 999: probably "from 1,000 on"; kept as the upstream has it',
  },
  rule_in_code: {
    leftOut: false,
    words: "a rule that the upstream's own calculator has in its code is written as data",
  },
  within_whole: {
    leftOut: false,
    words: "a part priced as its whole, with which a minimum counts it; the whole's rate is kept",
  },
  conflicting_price: { leftOut: false, words: 'a second price of the same thing differs; the flat one is kept' },
  rule_misses_id: {
    leftOut: false,
    words: 'the rule for names does not hold for the id of its own row, which is then no name to ask for',
  },
  matched_by_another: { leftOut: false, words: "the rule for names of another row holds for this row's id too" },
  negative_price: {
    leftOut: false,
    words: 'a price below zero, which upstreams write where it varies; this rate is left out',
  },
  implausible_price: {
    leftOut: false,
    words:
      'a price of less than 0.001 or more than 1,000 for a million tokens, which is one for another unit; this rate is left out',
  },
  provider_default: {
    leftOut: false,
    words: 'a price for all models of the provider, which do not all have the tool; it is left out',
  },
  price_not_in_usd: {
    leftOut: false,
    words: 'a price is in another currency than the rest of the file; it is left out',
  },
  unread_address: {
    leftOut: false,
    words: 'an address of the provider is not one of a page, beginning with http; it is left out',
  },
  unread_fact: { leftOut: false, words: 'a fact beside the prices cannot be read; it is left out' },
} as const satisfies Record<string, NoteRule>;

export type NoteCode = keyof typeof NOTE_RULES;

/** Something that a reader of the import must know about one row. */
export interface Note {
  readonly code: NoteCode;
  readonly provider: string;
  readonly model_id: string;
  /** Below the upstream's row: `prices/input_mtok`. */
  readonly path: string;
  /** What the upstream says there. */
  readonly found: string;
}

export function isLeftOut(code: NoteCode): boolean {
  return NOTE_RULES[code].leftOut;
}

/** Notes about one row, gathered while it is read. */
export type RowNotes = (code: NoteCode, path: string, found: unknown) => void;

/** A value as the report shows it: short, and never an object without its content. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
