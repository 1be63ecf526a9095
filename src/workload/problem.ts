/** What each code of a workload's problems says about itself. */
interface WorkloadProblemArgs {
  not_a_workload: { found: string };
  unknown_kind: { kind: string; known: readonly string[] };
  unknown_key: { key: string; kind: string; known: readonly string[] };
  missing_input: { key: string; label: string; unit: string };
  malformed_input: { key: string; value: string; expected: string };
  malformed_range: { key: string; value: string };
  range_inverted: { key: string; low: string; expected: string; high: string };
  range_not_here: { key: string; value: string };
  not_above_zero: { key: string; label: string };
  too_large: { key: string; value: string; most: string };
  needs_input: { key: string; with: string };
  window_too_small: { key: string; window: string; needed: string; unit: string };
  part_exceeds_whole: { part: string; value: string; whole: string; of: string };
  parts_do_not_add_up: { sum: string };
  set_by_the_mix: { key: string };
  growth_overflows: { month: number; volume: string };
  nothing_to_vary: { key: string; of: 'this work' | 'both works'; known: readonly string[] };
  malformed_budget: { value: string };
  no_such_offer: { offer: string };
  mixed_currencies: { currencies: readonly string[] };
}

export type WorkloadProblemCode = keyof WorkloadProblemArgs;

/** Something wrong with a workload or a question about it: what, and where as a path: `parts/1/workload/turns`. */
export type WorkloadProblem = {
  [C in WorkloadProblemCode]: { readonly code: C; readonly args: WorkloadProblemArgs[C]; readonly path: string };
}[WorkloadProblemCode];

const list = (words: readonly string[]): string => words.join(', ');

const WORDS: { readonly [C in WorkloadProblemCode]: (args: WorkloadProblemArgs[C]) => string } = {
  not_a_workload: ({ found }) =>
    `expected a description of work such as {kind: chat, conversations: 1000}; found ${found}`,
  unknown_kind: ({ kind, known }) => `kind is ${kind}; expected one of ${list(known)}`,
  unknown_key: ({ key, kind, known }) => `${kind} has no input "${key}"; its inputs are ${list(known)}`,
  missing_input: ({ key, label, unit }) =>
    `"${key}" is missing (${label}, in ${unit}); state it, or begin from a preset that does`,
  malformed_input: ({ key, value, expected }) => `${key} is ${value}; expected ${expected}`,
  malformed_range: ({ key, value }) =>
    `${key} is ${value}; a range has exactly low, expected and high: {low: 3, expected: 5, high: 9}`,
  range_inverted: ({ key, low, expected, high }) =>
    `${key} goes from ${low} over ${expected} to ${high}; low must not exceed expected, nor expected high: put them in order`,
  range_not_here: ({ key, value }) =>
    `${key} is the range ${value}; it decides the shape of the work, so give one number`,
  not_above_zero: ({ key, label }) => `${key} (${label}) is zero, so there is no work to price; give at least 1`,
  too_large: ({ key, value, most }) => `${key} is ${value}; expected at most ${most}`,
  needs_input: ({ key, with: other }) =>
    `"${key}" means something only together with "${other}"; add that or leave this out`,
  window_too_small: ({ key, window, needed, unit }) =>
    `${key} is ${window}, and one ${unit} alone takes ${needed}; raise it to at least ${needed} or shorten the ${unit}`,
  part_exceeds_whole: ({ part, value, whole, of }) =>
    `${part} is ${value}, more than ${whole}, which is ${of} and contains it; lower one or raise the other`,
  parts_do_not_add_up: ({ sum }) => `the shares of the parts come to ${sum} percent; they must come to 100`,
  set_by_the_mix: ({ key }) =>
    `"${key}" of a part follows from the mix's volume and the part's share; leave it out here`,
  growth_overflows: ({ month, volume }) =>
    month === 1
      ? `the volume of month 1 is ${volume}, past 10^15; lower what it is made of`
      : `growth takes the volume of month ${month} to ${volume}, past 10^15; lower growth_percent or months`,
  nothing_to_vary: ({ key, of, known }) =>
    `"${key}" is not an input of ${of} that can be varied; ` +
    (known.length > 0 ? `expected one of ${list(known)}` : 'compare works that have an input in common'),
  malformed_budget: ({ value }) => `the budget is ${value}; expected an amount of money such as "500" or "99.50"`,
  no_such_offer: ({ offer }) => `there is no offer "${offer}"; name one by its id`,
  mixed_currencies: ({ currencies }) =>
    `the parts are billed in ${list(currencies)}; ask for one currency and give the exchange rates`,
};

/** The problem in plain words: what was found, what was expected, what to do. */
export function workloadProblemText(problem: WorkloadProblem): string {
  const words = WORDS[problem.code] as (args: WorkloadProblem['args']) => string;
  return words(problem.args);
}

/** Thrown by the functions that answer when the workload or the question cannot be read. */
export class WorkloadError extends Error {
  readonly problems: readonly WorkloadProblem[];

  constructor(problems: readonly WorkloadProblem[]) {
    super(problems.map((problem) => `${problem.path}: ${workloadProblemText(problem)}`).join('\n'));
    this.name = 'WorkloadError';
    this.problems = problems;
  }
}
