import { type Located, recordProblemText } from '../usage-records/index.ts';
import type { PriceAnswer } from './answer.ts';
import { billsOf } from './bills.ts';
import { moneyComparison } from './compare-money.ts';
import type { GroupBill } from './group-bill.ts';
import { groupsBy } from './group-of.ts';
import { addBill, addPart, groupKey, groupPart } from './groups.ts';
import { momentOf } from './moment-of.ts';
import { notes as notesFrom } from './notes.ts';
import type { PriceList } from './price-list.ts';
import { recordPricer, type Sinks } from './price-record.ts';
import type { PriceTerms } from './price-terms.ts';
import type { ProblemList } from './problem-list.ts';
import { refusalsTo } from './refusals.ts';
import { sumUp } from './sum-up.ts';
import type { TallyPart } from './tally-part.ts';
import { unmatchedModels } from './unmatched.ts';
import type { Where } from './where.ts';
import { workDone } from './work.ts';

/** Prices records as they come. */
export interface Tally {
  readonly take: (outcome: Located<Where>) => void;
  /** What came so far, for another tally to merge. */
  readonly part: () => TallyPart;
  /** Adds what a later stretch came to; its lines are counted from the `lines` before it in its file. */
  readonly merge: (part: TallyPart, lines: number) => void;
  /**
   * The answer over all records; `repeated` counts those dropped as repeats, by format. Each bill of records whose
   * cost is certain goes to `each`.
   */
  readonly answer: (repeated: ReadonlyMap<string, number>, each?: (bill: GroupBill) => void) => PriceAnswer;
}

/** Adds up what records cost, in groups. */
export function tallyOf(list: PriceList, terms: PriceTerms, problems: ProblemList): Tally {
  const refusals = refusalsTo(problems);
  const work = workDone();
  const bills = billsOf(list.meters, work, refusals.unpriced);
  const [groups, notes] = [groupsBy(terms.groupBy), notesFrom(terms.today)];
  const [money, unmatched] = [moneyComparison(), unmatchedModels()];
  const sinks: Sinks = { groups, bills, money, unmatched, notes, refusals, work };
  const price = recordPricer(list, terms, sinks);
  const skipped = new Map<string, number>();
  const formats: Record<string, number> = {};
  let records = 0;
  const skip = (reason: string, count: number): void => void skipped.set(reason, (skipped.get(reason) ?? 0) + count);

  return {
    take: (outcome) => {
      const { where } = outcome;
      if (outcome.kind === 'skipped') {
        skip(outcome.reason, 1);
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
    part: () => {
      const open = bills.parts();
      return {
        records,
        formats,
        skipped: [...skipped],
        groups: groups.all().map(groupPart),
        bills: open,
        unmatched: unmatched.result(),
        work: work.result(),
        money: money.part(),
        notes: notes.part(),
        problems: problems.shown(),
        problemCounts: problems.counts,
      };
    },
    merge: (part, lines) => {
      records += part.records;
      for (const [format, count] of Object.entries(part.formats)) formats[format] = (formats[format] ?? 0) + count;
      for (const [reason, count] of part.skipped) skip(reason, count);
      const own = part.groups.map(({ values, currency }) => groups.with(values, currency));
      for (const [index, group] of own.entries()) addPart(group, part.groups[index] as TallyPart['groups'][number]);
      for (const { group: index, offer: id, ms, sums } of part.bills) {
        const [offer, group] = [list.offer(id), own[index]];
        if (group) bills.merge({ group, offer, ms, moment: momentOf(offer, ms, terms.byMonth) }, sums);
      }
      unmatched.merge(part.unmatched);
      work.merge(part.work);
      money.merge(part.money, lines);
      notes.merge(part.notes);
      problems.merge(part.problems, part.problemCounts, lines);
    },
    answer: (repeated, each) => {
      bills.end((group, bill) => {
        each?.({ key: groupKey(group, terms.groupBy), bill });
        addBill(group, bill);
        notes.bill(bill);
      });
      for (const [format, count] of repeated) {
        skip(`${format} records that repeat another or hold what their children count`, count);
      }
      return {
        ...sumUp(groups, unmatched.result(), problems),
        records,
        formats,
        skipped: [...skipped]
          .map(([reason, count]) => ({ reason, records: count }))
          .sort((a, b) => b.records - a.records || (a.reason < b.reason ? -1 : 1)),
        work: work.result(),
        recorded: money.result(),
        assumptions: notes.result(),
      };
    },
  };
}
