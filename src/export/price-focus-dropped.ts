import { isNationalCurrency } from './focus-row.ts';
import type { RecordedBill } from './price-focus.ts';

/** What of priced records decides what their rows leave out. */
export interface PricedRecords {
  readonly groups: readonly { readonly bounded: number }[];
  readonly unmatched: readonly { readonly records: number }[];
  readonly problem_counts: Readonly<Record<string, number>>;
  readonly recorded: readonly { readonly records: number }[];
  readonly assumptions: readonly unknown[];
}

/** What priced records say and their FOCUS rows do not, a sentence for each; for standard error, beside the rows. */
export function priceFocusDropped(answer: PricedRecords, bills: readonly RecordedBill[]): string[] {
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  const bounded = sum(answer.groups.map((group) => group.bounded));
  const unmatched = sum(answer.unmatched.map(({ records }) => records));
  const problems = sum(Object.values(answer.problem_counts));
  const recorded = sum(answer.recorded.map(({ records }) => records));
  const gaps = [...new Set(bills.flatMap(({ bill }) => bill.gaps.map(({ meter }) => meter)))];
  const credits = [...new Set(bills.map(({ bill }) => bill.currency))].filter((one) => !isNationalCurrency(one));
  const said: (readonly [boolean, string])[] = [
    [true, 'FOCUS describes charges that were made; these are estimates (x_Estimate), without account or invoice.'],
    [bounded > 0, `${records(bounded)} left out: a row has one cost, and theirs is known between bounds only.`],
    [unmatched > 0, `${records(unmatched)} left out: their models have no offer.`],
    [gaps.length > 0, `usage without a price left out (${gaps.join(', ')}); the costs are not the whole cost.`],
    [
      problems > 0,
      `${problems} ${problems === 1 ? 'problem' : 'problems'} left out: --format text or json lists them.`,
    ],
    [recorded > 0, `the money in ${records(recorded)} left out: rows hold our price alone.`],
    [answer.assumptions.length > 0, `${answer.assumptions.length} of what was taken as given left out.`],
    [credits.length > 0, `BillingCurrency should be a national one and is also ${credits.join(', ')}.`],
  ];
  return said.flatMap(([applies, text]) => (applies ? [text] : []));
}

function records(count: number): string {
  return `${count} ${count === 1 ? 'record' : 'records'}`;
}
