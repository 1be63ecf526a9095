import type { Bill } from '../engine/bill.ts';
import type { Offer } from '../engine/offer.ts';
import { type EngineProblem, engineProblemText } from '../engine/problem.ts';
import type { Group } from './groups.ts';
import { type PriceProblem, priceProblemText } from './price-problem.ts';
import type { ProblemList } from './problem-list.ts';
import type { Where } from './where.ts';

/** Says what cannot be priced, or not for certain. */
export interface Refusals {
  readonly unpriced: (group: Group, offer: Offer, found: readonly EngineProblem[], where: Where) => void;
  readonly aggregate: (group: Group, offer: Offer, where: Where) => void;
  readonly uncounted: (group: Group, offer: Offer, where: Where) => void;
  readonly severalReadings: (bills: readonly { readonly label: string; readonly bill: Bill }[], where: Where) => void;
}

/** Notes what cannot be priced in a list of problems, and that its group is not certain. */
export function refusalsTo(problems: ProblemList): Refusals {
  const report = ({ file, line }: Where, problem: PriceProblem): void => {
    problems.add(file, line, problem.code, priceProblemText(problem));
  };
  return {
    unpriced: (group, offer, found, where) => {
      group.isCertain = false;
      for (const one of found) {
        report(where, { code: 'unpriced', args: { offer: offer.id, message: engineProblemText(one) } });
      }
    },
    aggregate: (group, offer, where) => {
      group.isCertain = false;
      report(where, { code: 'aggregate_per_request', args: { offer: offer.id } });
    },
    uncounted: (group, offer, where) => {
      group.isCertain = false;
      report(where, { code: 'requests_not_stated', args: { offer: offer.id } });
    },
    severalReadings: (bills, where) => {
      const costs = bills.map(({ label, bill }) => `${label}: ${bill.usage_total} ${bill.currency}`);
      report(where, { code: 'readings', args: { costs } });
    },
  };
}
