import type { Answer, WorkRoom } from '../answer.ts';
import type { WorkCard } from '../work-card.ts';
import type { WorkState } from '../workload/work-texts.ts';
import type { Parts } from './parts.ts';

/** Shows what other sellers take for the same, and the way to the ranking of all offers by the work. */
export function showElsewhere(
  parts: Parts,
  room: WorkRoom,
  answer: Answer | null,
  sellers: readonly WorkCard[] | null,
  asked: { readonly work: WorkState | null; readonly today: string },
): void {
  const table = answer && sellers ? answer.elsewhere(room, sellers) : null;
  parts.fill('elsewhere', table ? [table] : []);
  const ranked = answer && asked.work ? room.rankedLink(asked.work, asked.today) : null;
  parts.of('everywhere').hidden = ranked === null;
  if (ranked !== null) parts.of<HTMLAnchorElement>('rank').href = ranked;
}
