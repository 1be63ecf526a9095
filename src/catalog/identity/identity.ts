/** A rule that acted on a model id: what it does, in words. */
export const IDENTITY_RULES = {
  seller_prefix: 'the seller before the name says nothing of the model',
  path_word: 'a word of the address says nothing of the model',
  lab_prefix: 'what stands before the name is the lab',
  family: 'the name is one of the lab’s families',
  lab_in_name: 'the lab is not said twice',
  region_prefix: 'a region before the name is a matter of the endpoint',
  region_suffix: 'a region after the name is a matter of the endpoint',
  endpoint_variant: 'how it is served is a matter of the offer',
  version_suffix: 'the version of the endpoint says nothing of the model',
  letter_point: 'p between digits is a point',
  dashes_as_points: 'numbers side by side are one version',
  date: 'digits that are a date',
  word_order: 'the order of words does not matter around one version',
  alias: 'the alias file says that this is one model',
} as const;

export type IdentityRule = keyof typeof IDENTITY_RULES;

/** What stands for the lab in the id of a model whose lab nobody knows; never a lab itself. */
export const UNKNOWN_LAB = 'unknown';

/** A rule with what it acted on: `{rule: "region_prefix", on: "us."}`. */
export interface AppliedRule {
  readonly rule: IdentityRule;
  readonly on: string;
}

/** What a provider's model id says of the model, and of the offer. */
export interface ModelIdentity {
  readonly id: string;
  /** Who made it, where the id or the family says so: `mistralai`. */
  readonly lab: string | null;
  /** The words of the name without the lab, as they came: `["gpt", "mini"]`. `instruct`, `turbo`, `thinking` stay. */
  readonly words: readonly string[];
  /** Versions in order: `["3.1"]`, `["4o"]`. */
  readonly generation: readonly string[];
  /** Sizes: `["235b", "a22b"]`, `["8x7b"]`. */
  readonly size: readonly string[];
  /** As exact as it was given: `2024-07-18`, `2025-03` of 2503, `03-24` of 0324. */
  readonly date: string | null;
  readonly quantisation: readonly string[];
  /** How this offer differs from others of the model: `["free"]`, `["region us"]`. No part of the key. */
  readonly endpoint: readonly string[];
  /** The id without what is no part of the model, in letters of an id: `gpt-4o-mini-2024-07-18`; may be empty. */
  readonly slug: string;
  /** Two ids with equal keys are one model by the rules. */
  readonly key: string;
  readonly rules: readonly AppliedRule[];
}
