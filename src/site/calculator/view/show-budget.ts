import { showReasons } from '../../embed/show-reasons.ts';
import { markup } from '../../markup/markup.ts';
import type { Answer, WorkRoom } from '../answer.ts';
import { fieldProblem } from '../price-state.ts';
import type { Parts } from './parts.ts';

/** Says what a budget for a month buys, or what is wrong with it. */
export function showBudget(parts: Parts, answer: Answer | null, room: WorkRoom, typed: string): void {
  const budget = typed.trim();
  const problem = fieldProblem('budget', budget);
  showReasons(parts.of('budget-form'), problem ? { budget: problem } : {});
  parts.of('budget-label').textContent = `Budget for a month${answer ? `, in ${answer.currency}` : ''}`;
  const words = answer && budget !== '' && !problem ? answer.budget(room, budget.replaceAll(',', '')) : [];
  parts.fill(
    'budget-answer',
    words.map((text) => markup('p', {}, text)),
  );
}
