/** Everything that the calculator needs for work, in one place, so that a page loads it when work is asked about. */
export { budgetWords } from '../results/budget-words.ts';
export { elsewhere } from '../results/elsewhere.ts';
export { answerWork } from './answer-work.ts';
export { countsElsewhere, mostCounts } from './counts.ts';
export { ownRanges } from './follow-range.ts';
export { rankedLink } from './ranked-link.ts';
export {
  drawWorkForm,
  namedIn,
  noteWorkForm,
  type PresetNotes,
  presetNotes,
  reshapes,
  showEnds,
  showWorkProblems,
  withoutPart,
  withPart,
  withRange,
  withTyped,
} from './work-form.ts';
export { readWorkLink, writeWorkLink } from './work-link.ts';
export { textsOf } from './work-texts.ts';
