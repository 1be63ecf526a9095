import { type EngineProblem, engineProblemText } from '../../engine/index.ts';
import { retiredOn } from '../standing.ts';
import { dateWords } from './date.ts';

/** The day on which an offer was, or will be, retired. */
export interface Retirement {
  readonly retired?: { readonly date: string };
}

/** A problem of the engine as a reader is told it: that there are no rates on a day says why, where that is known. */
export function problemWords(problem: EngineProblem, offer: Retirement = {}): string {
  if (problem.code !== 'no_period') return engineProblemText(problem);
  const { at, first, last } = problem.args;
  return noRatesWords(at.slice(0, 'YYYY-MM-DD'.length), offer, { first, last });
}

/** `no rates are known for 21 Nov 2026; it was retired on 30 Nov 2025`. */
export function noRatesWords(
  at: string,
  offer: Retirement,
  { first, last }: { readonly first: string | null; readonly last: string | null },
): string {
  const retired = retiredOn(offer, at);
  const why =
    retired !== null
      ? `; it was retired on ${dateWords(retired)}`
      : last !== null && last <= at
        ? `; the last of them ended on ${dateWords(last)}`
        : first !== null && at < first
          ? `; the first of them begin on ${dateWords(first)}`
          : '';
  return `no rates are known for ${dateWords(at)}${why}`;
}
