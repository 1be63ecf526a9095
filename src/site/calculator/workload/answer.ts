import { capital } from '../../../catalog/words/capital.ts';
import { problemWords, type Retirement } from '../../../catalog/words/problem-words.ts';
import type { BillOptions } from '../../../engine/index.ts';
import { RatecardError } from '../../../engine/problem.ts';
import {
  type Estimate,
  estimate,
  type FromPreset,
  fromPreset,
  type Ranking,
  rankOffers,
  type Solved,
  solve,
  type Workload,
  WorkloadError,
  type WorkOffer,
} from '../../../workload/index.ts';
import { workProblemWords } from './missing-words.ts';
import type { FieldProblem, PresetNotes } from './work-form.ts';
import { type WorkState, workloadOf } from './work-texts.ts';

/** Work to be priced on an offer, with the offers that its parts name. */
export interface WorkQuestion {
  readonly state: WorkState;
  readonly offer: WorkOffer & Retirement;
  readonly others: ReadonlyMap<string, WorkOffer>;
  readonly options: BillOptions;
  readonly preset: FromPreset | null;
}

/** An answer, or what is wrong by the path of the input that is to blame; `''` for none of them. */
export type Answered<T> = { readonly answer: T } | { readonly problems: ReadonlyMap<string, readonly FieldProblem[]> };

/** The mark of what a state still has from its preset. */
export function presetMark(id: string, workload: Workload, state: WorkState, notes: PresetNotes): FromPreset {
  const { preset } = fromPreset(id, workload, {});
  return { ...preset, inputs: preset.inputs.filter((path) => state.texts[path]?.trim() === notes.texts[path]) };
}

/** The estimate of the work. */
export function estimateOf(question: WorkQuestion): Answered<Estimate> {
  return tried(() => estimate(question.offer, workOf(question), asked(question)), question.offer);
}

/** What the work comes to at the rates of another day; null where it has no total then. */
export function totalOn(question: WorkQuestion, day: string): string | null {
  const result = estimateOf({ ...question, options: { ...question.options, at: day } });
  return 'answer' in result ? (result.answer.total?.expected ?? null) : null;
}

/** The most of the work that a budget buys. */
export function mostFor(question: WorkQuestion, budget: string): Answered<Solved> {
  return tried(() => solve(question.offer, workOf(question), budget, asked(question)), question.offer);
}

/** The work on other offers, the cheapest first. */
export function rankedOn(question: WorkQuestion, offers: readonly WorkOffer[], ranges: number): Answered<Ranking> {
  return tried(() =>
    rankOffers(offers, workOf(question), { ...asked(question), currency: question.offer.currency }, ranges),
  );
}

function workOf({ state }: WorkQuestion): Workload {
  return workloadOf(state) as unknown as Workload;
}

function asked({ offer, others, options, preset }: WorkQuestion) {
  const offers = (id: string): WorkOffer | undefined => (id === offer.id ? offer : others.get(id));
  return { ...options, offers, ...(preset ? { preset } : {}) };
}

function tried<T>(make: () => T, offer: Retirement = {}): Answered<T> {
  const problems = new Map<string, FieldProblem[]>();
  const note = (path: string, problem: FieldProblem): void => {
    problems.set(path, [...(problems.get(path) ?? []), problem]);
  };
  try {
    return { answer: make() };
  } catch (error) {
    if (error instanceof WorkloadError) {
      for (const problem of error.problems) {
        const missing = problem.code === 'missing_input';
        note(problem.path.replace(/\/(low|expected|high)$/, ''), { text: workProblemWords(problem), missing });
      }
    } else if (error instanceof RatecardError) {
      for (const problem of error.problems) note('', { text: capital(problemWords(problem, offer)), missing: false });
    } else throw error;
    return { problems };
  }
}
