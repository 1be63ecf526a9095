/** What each code of an input's problems says about itself. */
interface InputProblemArgs {
  not_found: { reason: string };
  no_match: object;
  is_directory: object;
  empty: object;
  bad_json: { message: string };
  cut_json: object;
  line_too_long: { most: string };
  broken_compression: { message: string };
  no_zstd: object;
  not_text: object;
  bad_row: { message: string };
  shared_column: { name: string };
}

export type InputProblemCode = keyof InputProblemArgs;

/** Something wrong with a file or a line of it. */
export type InputProblem = {
  [C in InputProblemCode]: { readonly code: C; readonly args: InputProblemArgs[C] };
}[InputProblemCode];

const WORDS: { readonly [C in InputProblemCode]: (args: InputProblemArgs[C]) => string } = {
  not_found: ({ reason }) => `cannot be read (${reason})`,
  no_match: () => 'no file has a name of this pattern',
  is_directory: () => 'is a directory; name the files in it, such as "logs/*.jsonl"',
  empty: () => 'is empty; expected records as JSON, JSON lines or CSV',
  bad_json: ({ message }) => `not valid JSON: ${message}; the line is left out`,
  cut_json: () => 'the file ends in the middle of a record, as if it had been cut; that record is left out',
  line_too_long: ({ most }) =>
    `longer than ${most} without a line break; write one record on each line (jq -c '.[]' does) and try again`,
  broken_compression: ({ message }) => `the compressed data is broken (${message}); what came before it was read`,
  no_zstd: () =>
    'is compressed with zstd, which cannot be read here; decompress it first, or use the command with Node 22.15 or later',
  not_text: () => 'is not text in UTF-8 or UTF-16; expected records as JSON, JSON lines or CSV',
  bad_row: ({ message }) => `not valid CSV: ${message}`,
  shared_column: ({ name }) =>
    `more than one column is called "${name}", so that none of them is read; give each a name of its own`,
};

/** The problem in plain words. */
export function inputProblemText(problem: InputProblem): string {
  const words = WORDS[problem.code] as (args: InputProblem['args']) => string;
  return words(problem.args);
}
