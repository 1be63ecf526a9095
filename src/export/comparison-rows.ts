import type { Comparison, UnpricedOffer } from '../engine/compare.ts';
import { engineProblemText } from '../engine/problem.ts';

/** Why an offer could not be priced, a sentence for each gap and problem. */
export function unpricedReasons({ gaps, problems }: UnpricedOffer): string[] {
  return [
    ...gaps.map(({ meter, quantity, reason }) => `${meter} ${quantity}: ${reason}`),
    ...problems.map(engineProblemText),
  ];
}

/** The currencies of the ranked totals, each once. */
export function currenciesOf({ rows }: Comparison): string[] {
  return [...new Set(rows.map(({ currency }) => currency))];
}
