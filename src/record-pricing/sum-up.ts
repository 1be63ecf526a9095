import { Decimal, plain, sum } from '../engine/decimal.ts';
import type { PriceAnswer } from './answer.ts';
import type { Groups } from './group-of.ts';
import { byCost, groupAnswer } from './groups.ts';
import type { ProblemList } from './problem-list.ts';

/** What groups come to, and whether that is all of it. */
type Summed = Pick<
  PriceAnswer,
  'schema' | 'groups' | 'totals' | 'total' | 'currency' | 'complete' | 'unmatched' | 'problems' | 'problem_counts'
>;

/** Sums groups by currency. There is a total where one currency is all, nothing is missing and nothing is wrong. */
export function sumUp({ all, names }: Groups, unmatched: PriceAnswer['unmatched'], problems: ProblemList): Summed {
  const groups = all()
    .map((group) => groupAnswer(group, names))
    .sort(byCost);
  const currencies = [...new Set(groups.map(({ currency }) => currency))];
  const [currency = null, another] = currencies;
  const isOne = another === undefined;
  const complete =
    groups.every((group) => group.complete) && unmatched.length === 0 && Object.keys(problems.counts).length === 0;
  const total = (of: string | null, side: 'low' | 'high'): string =>
    plain(sum(groups.filter((one) => one.currency === of).map((one) => new Decimal(one[side]))));
  return {
    schema: 'ratecard.price/1',
    groups,
    totals: currencies.map((one) => ({ currency: one, low: total(one, 'low'), high: total(one, 'high') })),
    total: complete && isOne ? total(currency, 'low') : null,
    currency: isOne ? currency : null,
    complete,
    unmatched: [...unmatched].sort((a, b) => b.records - a.records),
    problems: problems.shown(),
    problem_counts: problems.counts,
  };
}
