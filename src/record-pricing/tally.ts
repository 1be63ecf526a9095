import { type Located, recordProblemText } from '../usage-records/index.ts';
import type { PriceAnswer } from './answer.ts';
import { billsOf } from './bills.ts';
import { moneyComparison } from './compare-money.ts';
import { groupsBy } from './group-of.ts';
import { addBill } from './groups.ts';
import { notes as notesFrom } from './notes.ts';
import type { PriceList } from './price-list.ts';
import { type PriceTerms, recordPricer, type Sinks } from './price-record.ts';
import type { ProblemList } from './problem-list.ts';
import { refusalsTo } from './refusals.ts';
import { sumUp } from './sum-up.ts';
import { unmatchedModels } from './unmatched.ts';
import type { Where } from './where.ts';
import { workDone } from './work.ts';

/** Prices records as they come. */
export interface Tally {
  readonly take: (outcome: Located<Where>) => void;
  /** The answer over all records; `repeated` counts those dropped as repeats, by format. */
  readonly answer: (repeated: ReadonlyMap<string, number>) => PriceAnswer;
}

/** Adds up what records cost, in groups. */
export function tallyOf(list: PriceList, terms: PriceTerms, problems: ProblemList): Tally {
  const notes = notesFrom(terms.today);
  const refusals = refusalsTo(problems);
  const work = workDone();
  const sinks: Sinks = {
    groups: groupsBy(terms.groupBy),
    bills: billsOf(list.meters, work, refusals.unpriced),
    money: moneyComparison(),
    unmatched: unmatchedModels(),
    notes,
    refusals,
    work,
  };
  const price = recordPricer(list, terms, sinks);
  const skipped = new Map<string, number>();
  const formats: Record<string, number> = {};
  let records = 0;

  return {
    take: (outcome) => {
      const { where } = outcome;
      if (outcome.kind === 'skipped') {
        skipped.set(outcome.reason, (skipped.get(outcome.reason) ?? 0) + 1);
        return;
      }
      for (const problem of outcome.problems) {
        const at = problem.path === '' ? '' : `${problem.path}: `;
        problems.add(where.file, where.line, problem.code, `${at}${recordProblemText(problem)}`);
      }
      if (outcome.kind === 'unreadable') return;
      records += 1;
      const { record } = outcome;
      formats[record.format] = (formats[record.format] ?? 0) + 1;
      price(record, outcome.problems.length === 0, where);
    },
    answer: (repeated) => {
      sinks.bills.end((group, bill) => {
        addBill(group, bill);
        notes.bill(bill);
      });
      for (const [format, count] of repeated) {
        skipped.set(`${format} records that repeat another or hold what their children count`, count);
      }
      return {
        ...sumUp(sinks.groups.all(), sinks.unmatched.result(), problems),
        records,
        formats,
        skipped: [...skipped].map(([reason, count]) => ({ reason, records: count })),
        work: work.result(),
        recorded: sinks.money.result(),
        assumptions: notes.result(),
      };
    },
  };
}
