import { engineProblemText } from '../engine/problem.ts';
import type { Estimate, UnrankedOffer } from '../workload/index.ts';

/** Why an estimate has no total, a sentence for each reason; gaps stand by themselves. */
export function estimateObstacles({ cannot, problems }: Estimate): string[] {
  return [
    ...new Set([...cannot.map(({ offer, reason }) => `${offer}: ${reason}`), ...problems.map(engineProblemText)]),
  ];
}

/** At which ends of its inputs an estimate has no total, and why. */
export function failingWords({ failing_ends: ends }: Pick<Estimate, 'failing_ends'>): string[] {
  return ends.map(({ input, value, reasons }) => `with ${input} at ${value}: ${reasons.join('; ')}`);
}

/** `input_tokens 859, output_tokens 200`. */
export function usageWords(usage: Readonly<Record<string, string>>): string {
  return Object.entries(usage)
    .map(([meter, quantity]) => `${meter} ${quantity}`)
    .join(', ');
}

/** Why an offer has no place in a ranking, a sentence for each reason. */
export function unrankedReasons({ cannot, gaps, problems }: UnrankedOffer): string[] {
  const all = [
    ...cannot.map(({ reason }) => reason),
    ...gaps.map(({ meter, quantity, reason }) => `${meter} ${quantity}: ${reason}`),
    ...problems.map(engineProblemText),
  ];
  return [...new Set(all)];
}
