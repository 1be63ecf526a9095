import { STANDARD_METERS } from '../../../engine/index.ts';
import type { Workload } from '../../../workload/index.ts';
import { type Outcome, titlesOf } from '../answer.ts';
import { fieldProblem } from '../price-state.ts';
import { budgetWords } from '../results/budget-words.ts';
import { elsewhere } from '../results/elsewhere.ts';
import { termsOf, type Values } from '../terms.ts';
import type { WorkCard } from '../work-card.ts';
import { estimateOf, mostFor, presetMark, rankedOn, totalOn, type WorkQuestion } from './answer.ts';
import type { FieldProblem, PresetNotes } from './work-form.ts';
import type { WorkState } from './work-texts.ts';
import { workView } from './work-view.ts';

/** For how many sellers the range is worked out. */
const RANGES = 30;

/** Work as the form has it, with everything that prices it. */
export interface AskedWork {
  readonly card: WorkCard;
  /** The cards of offers that parts of the work name. */
  readonly others: ReadonlyMap<string, WorkCard>;
  readonly state: WorkState;
  readonly preset: { readonly workload: Workload; readonly notes: PresetNotes } | null;
  readonly values: Values;
  readonly at: string;
}

/** The answer to work: its estimate on an offer. */
export function answerWork({ card, others, state, preset, values, at }: AskedWork): Outcome {
  const { offer } = card;
  const wrong = Object.entries(values).flatMap(([name, text]) => {
    const problem = fieldProblem(name, text);
    return problem ? [[name, problem] as const] : [];
  });
  if (wrong.length > 0) {
    const words = 'No answer: see the fields that are marked.';
    return { refusal: { words, reasons: Object.fromEntries(wrong), problems: new Map() } };
  }
  const question: WorkQuestion = {
    state,
    offer,
    others: new Map([...others].map(([id, other]) => [id, other.offer])),
    options: termsOf(values, at, STANDARD_METERS),
    preset: preset && state.preset !== null ? presetMark(state.preset, preset.workload, state, preset.notes) : null,
  };
  const result = estimateOf(question);
  if ('problems' in result) {
    return {
      refusal: { words: refusalWords([...result.problems.values()].flat()), reasons: {}, problems: result.problems },
    };
  }
  const estimate = result.answer;
  const view = workView(estimate, new Map([...others, [offer.id, card]]), STANDARD_METERS);
  return {
    answer: {
      card,
      headline: [view.headline],
      receipts: view.receipts,
      working: view.working,
      bills: estimate.bills,
      total: estimate.total?.expected ?? null,
      currency: estimate.currency,
      totalOn: (day) => totalOn(question, day),
      budget: (_, budget) => {
        const solved = mostFor(question, budget);
        return 'answer' in solved ? budgetWords(solved.answer) : [];
      },
      elsewhere: (_, sellers) => {
        const offers = sellers.map((seller) => seller.offer);
        const ranked = rankedOn(question, offers, RANGES);
        return 'answer' in ranked
          ? elsewhere(
              ranked.answer,
              titlesOf(sellers),
              offer.id,
              STANDARD_METERS,
              new Map(offers.map((one) => [one.id, one])),
            )
          : null;
      },
    },
  };
}

function refusalWords(problems: readonly FieldProblem[]): string {
  const missing = problems.filter((one) => one.missing).length;
  if (missing < problems.length) return 'No answer: see the inputs that are marked.';
  return missing === 1
    ? 'One input is still needed; the form marks it.'
    : `${missing} inputs are still needed; the form marks them.`;
}
