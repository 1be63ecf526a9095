/** What each code of a record's problems says about itself. */
interface RecordProblemArgs {
  not_an_object: { found: string };
  unknown_format: { keys: readonly string[]; formats: readonly string[] };
  ambiguous_format: { formats: readonly string[] };
  not_of_format: { format: string; missing: string };
  missing_count: { meter: string; spellings: readonly string[] };
  malformed_count: { field: string; value: string };
  malformed_money: { field: string; value: string };
  malformed_currency: { field: string; value: string };
  malformed_condition: { field: string; value: string; words: readonly string[] };
  malformed_date: { field: string; value: string };
  nothing_counted: { format: string };
  unread_count: { field: string; value: string };
  part_exceeds_whole: { whole: string; count: string; parts: string };
  total_differs: { stated: string; sum: string; readings: readonly string[] };
  sum_differs: { whole: string; stated: string; parts: string; sum: string };
  cut_stream: { format: string };
  headless_stream: { format: string; beginsWith: string; expected: string };
  more_pages: object;
}

export type RecordProblemCode = keyof RecordProblemArgs;

/** Something wrong in a record: what, and where in it. */
export type RecordProblem = {
  [C in RecordProblemCode]: { readonly code: C; readonly args: RecordProblemArgs[C]; readonly path: string };
}[RecordProblemCode];

const list = (words: readonly string[]): string => words.join(', ');

const WORDS: { readonly [C in RecordProblemCode]: (args: RecordProblemArgs[C]) => string } = {
  not_an_object: ({ found }) => `the record is ${found}; expected an object with counts`,
  unknown_format: ({ keys, formats }) =>
    `no known format has these keys (${list(keys) || 'none'}); state one with --record-format: ${list(formats)}`,
  ambiguous_format: ({ formats }) =>
    `the record fits ${list(formats)} equally well; say which it is with --record-format, or who sells with --provider`,
  not_of_format: ({ format, missing }) => `the record is not ${format}: ${missing}`,
  missing_count: ({ meter, spellings }) =>
    `${meter} is not stated; expected a count in ${list(spellings)}; a missing count is not taken as zero`,
  malformed_count: ({ field, value }) => `${field} is ${value}; expected a whole number from 0 up`,
  malformed_money: ({ field, value }) => `${field} is ${value}; expected an amount of money`,
  malformed_currency: ({ field, value }) =>
    `${field} is ${value}; expected a currency such as USD; the money beside it is left out`,
  malformed_condition: ({ field, value, words }) =>
    `${field} is ${value}; expected a word such as ${list(words)}; the record is priced as if it were not there`,
  malformed_date: ({ field, value }) => `${field} is ${value}; expected a date such as 2026-11-20T09:30:00Z`,
  nothing_counted: ({ format }) => `the ${format} record states no count at all, so what it cost is unknown`,
  unread_count: ({ field, value }) => `${field} is ${value}, and this format's reader does not know what it counts`,
  part_exceeds_whole: ({ whole, count, parts }) =>
    `${whole} is ${count}, less than its parts (${parts}); a part cannot be larger than its whole`,
  total_differs: ({ stated, sum, readings }) =>
    `the record's total is ${stated}, but its counts come to ${sum}` +
    (readings.length > 0 ? `; it holds ${list(readings)}` : '; no reading of its parts gives that total'),
  sum_differs: ({ whole, stated, parts, sum }) => `${whole} is ${stated}, but ${parts} come to ${sum}`,
  cut_stream: ({ format }) => `the ${format} stream ends before its last count; what it says so far is too low`,
  headless_stream: ({ format, beginsWith, expected }) =>
    `the ${format} answer begins with ${beginsWith}; expected ${expected} before it, with the model and the first ` +
    'counts; only what its other events state is read',
  more_pages: () => 'the last page says that more follow (has_more); fetch and add them',
};

/** The problem in plain words. */
export function recordProblemText(problem: RecordProblem): string {
  const words = WORDS[problem.code] as (args: RecordProblem['args']) => string;
  return words(problem.args);
}

/** A value as a message shows it, shortened. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
