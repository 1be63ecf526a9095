/** Two meters that may count the same units, and the meters that would say how many. */
interface Overlap {
  readonly a: string;
  readonly b: string;
  readonly shared: readonly string[];
}

/** What each code of the engine's problems says about itself. */
interface EngineProblemArgs {
  unknown_meter: { meter: string };
  malformed_quantity: { meter: string; value: string };
  float_quantity: { meter: string; value: string };
  malformed_requests: { value: string };
  part_exceeds_whole: { whole: string; count: string; parts: string; sum: string; overlaps: readonly Overlap[] };
  repeated_meter: { meter: string };
  wrong_columns: { meters: number; columns: number };
  unknown_condition: { key: string; known: readonly string[] };
  malformed_amount: { name: string; value: string; expected: string };
  repeated_exchange_rate: { from: string; to: string };
  malformed_date: { value: string };
  no_period: { offer: string; at: string; first: string | null; last: string | null };
  no_payment_method: { offer: string; method: string; known: readonly string[] };
  too_many_digits: { name: string; digits: number };
  card_conflict: { offer: string; conflict: string };
  card_malformed: { offer: string; path: string; message: string };
  card_unread: { offer: string };
  missing_usage: { found: string };
}

export type EngineProblemCode = keyof EngineProblemArgs;

/** Something wrong with what the engine was given: what, and where as a path into the input. */
export type EngineProblem = {
  [C in EngineProblemCode]: { readonly code: C; readonly args: EngineProblemArgs[C]; readonly path: string };
}[EngineProblemCode];

/** Codes of problems that lie with an offer; all others lie with the question. */
const OF_THE_OFFER: ReadonlySet<EngineProblemCode> = new Set([
  'no_period',
  'no_payment_method',
  'card_conflict',
  'card_malformed',
  'card_unread',
]);

/** Whether a problem lies with the offer that was asked, so that another may answer. */
export function isOfTheOffer({ code }: EngineProblem): boolean {
  return OF_THE_OFFER.has(code);
}

const list = (words: readonly string[]): string => words.join(', ');

const WORDS: { readonly [C in EngineProblemCode]: (args: EngineProblemArgs[C]) => string } = {
  unknown_meter: ({ meter }) => `there is no meter called "${meter}"; \`ratecard meters\` lists those that there are`,
  malformed_quantity: ({ meter, value }) =>
    `${meter} is ${value}; expected a count such as 1200 or a decimal as text such as "0.05", not negative`,
  float_quantity: ({ meter, value }) =>
    `${meter} is the binary number ${value}; write decimals as text ("${value}") so that no digit is lost`,
  malformed_requests: ({ value }) => `the number of requests is ${value}; expected a whole number from 0 up`,
  part_exceeds_whole: ({ whole, count, parts, sum, overlaps }) =>
    `${whole} is ${count}, but its parts (${parts}) come to ${sum}; a part cannot be larger than its whole: ` +
    `check whether ${whole} was counted without them` +
    overlaps.map(({ a, b, shared }) => `, or state how much of ${a} is also ${b} as ${shared.join(' or ')}`).join(''),
  repeated_meter: ({ meter }) => `${meter} is named twice; expected each meter once`,
  wrong_columns: ({ meters, columns }) => `there are ${columns} columns for ${meters} meters; expected one for each`,
  unknown_condition: ({ key, known }) => `"${key}" is not a condition; expected one of ${list(known)}`,
  malformed_amount: ({ name, value, expected }) => `${name} is ${value}; expected ${expected}`,
  repeated_exchange_rate: ({ from, to }) => `the exchange rate from ${from} to ${to} is given twice; keep one`,
  malformed_date: ({ value }) =>
    `"${value}" is not a date; expected 2026-11-20, or with a time and its offset 2026-11-20T09:30:00Z`,
  no_period: ({ offer, at, first, last }) => {
    const known = [...(first === null ? [] : [`begin on ${first}`]), ...(last === null ? [] : [`end before ${last}`])];
    return `${offer} has no rates for ${at}${known.length > 0 ? `; its known rates ${known.join(' and ')}` : ''}`;
  },
  no_payment_method: ({ offer, method, known }) =>
    `${offer} lists no payment method "${method}"; expected one of ${list(known)}`,
  too_many_digits: ({ name, digits }) => `${name} has more than ${digits} characters; expected a shorter number`,
  card_malformed: ({ offer, path, message }) => `the rate card of ${offer} cannot be read: ${path} ${message}`,
  card_unread: ({ offer }) => `nobody has read the rate card of ${offer}; give it to readCard first`,
  missing_usage: ({ found }) =>
    `the usage of this group is ${found}; expected the quantities of one request, such as {"input_tokens": 1200}, or {}`,
  card_conflict: ({ offer, conflict }) => `the rate card of ${offer} contradicts itself: ${conflict}`,
};

/** The problem in plain words: what was found, what was expected, what to do. */
export function engineProblemText(problem: EngineProblem): string {
  const words = WORDS[problem.code] as (args: EngineProblem['args']) => string;
  return words(problem.args);
}

/** Thrown by the functions that price when what they were given cannot be read. Carries every problem found. */
export class RatecardError extends Error {
  readonly problems: readonly EngineProblem[];

  constructor(problems: readonly EngineProblem[]) {
    super(problems.map((problem) => `${problem.path}: ${engineProblemText(problem)}`).join('\n'));
    this.name = 'RatecardError';
    this.problems = problems;
  }
}
