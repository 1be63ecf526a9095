/** What each code of a problem with pricing a record says about itself. */
interface PriceProblemArgs {
  aggregate_per_request: { offer: string };
  requests_not_stated: { offer: string };
  unpriced: { offer: string; message: string };
  readings: { costs: readonly string[] };
}

export type PriceProblemCode = keyof PriceProblemArgs;

export type PriceProblem = {
  [C in PriceProblemCode]: { readonly code: C; readonly args: PriceProblemArgs[C] };
}[PriceProblemCode];

const WORDS: { readonly [C in PriceProblemCode]: (args: PriceProblemArgs[C]) => string } = {
  aggregate_per_request: ({ offer }) =>
    `the record sums many requests, and the rate card of ${offer} has rules for each one of them (a step, a minimum or ` +
    'a rounding), so that its cost cannot be known from the sum; price the single requests instead',
  requests_not_stated: ({ offer }) =>
    `the record sums requests without saying how many, and ${offer} charges for each of them, so that its cost cannot ` +
    'be known; price the single requests instead',
  unpriced: ({ offer, message }) => `cannot be priced on ${offer}: ${message}`,
  readings: ({ costs }) => `the record can be read in ${costs.length} ways: ${costs.join('; ')}`,
};

/** The problem in plain words. */
export function priceProblemText(problem: PriceProblem): string {
  const words = WORDS[problem.code] as (args: PriceProblem['args']) => string;
  return words(problem.args);
}
