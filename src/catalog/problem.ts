import { periodConflictText } from '../engine/period-conflict.ts';

/** What each code of the catalog's problems says about itself. */
interface CatalogProblemArgs {
  yaml_syntax: { message: string };
  json_syntax: { message: string };
  duplicate_key: { key: string };
  unknown_key: { key: string; nearest: string | null };
  wrong_type: { expected: string; found: string };
  missing_key: { key: string };
  invalid_value: { message: string; found: string };
  misplaced_file: { expected: string };
  unknown_source: { key: string; known: readonly string[] };
  unknown_meter: { meter: string; nearest: string | null };
  unknown_model: { model: string; nearest: string | null };
  unknown_provider: { provider: string; nearest: string | null };
  meters_broken: { message: string };
  overlapping_periods: { first: string; second: string };
  unordered_periods: { first: string; second: string };
  ambiguous_rates: { first: string; second: string; meter: string };
  request_rule_with_period_rule: { first: string; second: string };
  claim_does_not_hold: { printed: string; computed: string };
  duplicate_name: { name: string; other: string };
  duplicate_alias: { alias: string; model: string; other: string };
  workload_unsound: { message: string };
  upstream_unsound: { message: string };
  number_notation: { found: string };
  malformed_name: { name: string };
  too_large: { size: number; most: number };
  unreadable: { reason: string };
  unreadable_card: { message: string };
  not_utf8: object;
  unpriced_meter: { meter: string };
  no_such_directory: { directory: string; found: 'nothing' | 'a file' };
}

export type CatalogProblemCode = keyof CatalogProblemArgs;

/** Something wrong in the catalog's files, and where. */
export type CatalogProblem = {
  [C in CatalogProblemCode]: {
    readonly code: C;
    readonly args: CatalogProblemArgs[C];
    /** `data/offers/x/y.yaml` */
    readonly file: string;
    /** `periods/0/rates/1/price`; empty for the file as a whole. */
    readonly path: string;
    /** From 1; 0 where the file as a whole is meant. */
    readonly line: number;
    readonly column: number;
  };
}[CatalogProblemCode];

const meant = (nearest: string | null): string => (nearest === null ? '' : `; did you mean "${nearest}"?`);

const WORDS: { readonly [C in CatalogProblemCode]: (args: CatalogProblemArgs[C]) => string } = {
  yaml_syntax: ({ message }) => `not valid YAML: ${message}`,
  json_syntax: ({ message }) => `not valid JSON: ${message}; run the import again`,
  duplicate_key: ({ key }) => `the key "${key}" stands here twice; keep one`,
  unknown_key: ({ key, nearest }) => `unknown key "${key}"${meant(nearest)}`,
  wrong_type: ({ expected, found }) => `${expected}; found ${found}`,
  missing_key: ({ key }) => `"${key}" is missing`,
  invalid_value: ({ message, found }) => `${message}; found ${found}`,
  misplaced_file: ({ expected }) => `this file is not where the catalog looks; expected ${expected}`,
  unknown_source: ({ key, known }) =>
    `no source "${key}" in this file's sources (${known.join(', ') || 'none'}); add it there`,
  unknown_meter: ({ meter, nearest }) => `no meter "${meter}" in meters.yaml${meant(nearest)}`,
  unknown_model: ({ model, nearest }) => `no file models/${model}.yaml${meant(nearest)}`,
  unknown_provider: ({ provider, nearest }) => `no file providers/${provider}.yaml${meant(nearest)}`,
  meters_broken: ({ message }) => message,
  overlapping_periods: ({ first, second }) =>
    periodConflictText({ kind: 'overlapping_periods', paths: [first, second] }),
  unordered_periods: ({ first, second }) => periodConflictText({ kind: 'unordered_periods', paths: [first, second] }),
  ambiguous_rates: ({ first, second, meter }) =>
    `${first} and ${second} price ${meter} under the same conditions and neither is the more specific; add a condition to one`,
  request_rule_with_period_rule: ({ first, second }) =>
    `${first} decides what each request costs, but ${second} prices a period's requests together; they cannot be combined`,
  claim_does_not_hold: ({ printed, computed }) =>
    `the explanation of "${printed}" comes to ${computed}; mend it, or mark the claim as unexplained`,
  duplicate_name: ({ name, other }) => `"${name}" is also a name of ${other}; a name finds one offer of a provider`,
  duplicate_alias: ({ alias, model, other }) =>
    `"${alias}" of ${model} is by the rules a name of ${other} as well; a name is of one model, so take it out of one`,
  workload_unsound: ({ message }) => message,
  upstream_unsound: ({ message }) => message,
  number_notation: ({ found }) => `${found} is not a plain decimal number; write it in digits, such as 1000000`,
  malformed_name: ({ name }) =>
    `"${name}" is part of an id; expected lower-case letters, digits, dots, dashes or underscores; rename the file`,
  too_large: ({ size, most }) => `the file has ${size} bytes; expected at most ${most}; split it`,
  unreadable_card: ({ message }) => `${message}; the offer is left out until its file is right`,
  unreadable: ({ reason }) => `the file cannot be read (${reason})`,
  not_utf8: () => 'the text is not in UTF-8; save the file in that encoding',
  unpriced_meter: ({ meter }) => `no rate of this period prices ${meter}, nor a count that contains it; add one`,
  no_such_directory: ({ directory, found }) =>
    `${found === 'nothing' ? `there is no directory ${directory}` : `${directory} is not a directory`}; expected the catalog's data directory`,
};

/** The problem in plain words. */
export function catalogProblemText(problem: CatalogProblem): string {
  const words = WORDS[problem.code] as (args: CatalogProblem['args']) => string;
  return words(problem.args);
}

/** `data/offers/x/y.yaml:12:7 price: expected ...` */
export function locatedText(problem: CatalogProblem): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}:${problem.column}` : problem.file;
  return `${place}${problem.path ? ` ${problem.path}` : ''}: ${catalogProblemText(problem)}`;
}
