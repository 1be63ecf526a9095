import type { WorkRoom } from '../answer.ts';
import type { PresetNotes } from '../workload/work-form.ts';
import type { WorkState } from '../workload/work-texts.ts';

/** Draws the form of some work anew: what was unfolded stays so, and the reader's place is kept. */
export function redrawWork(
  place: HTMLElement,
  room: WorkRoom,
  work: WorkState,
  notes: PresetNotes | null,
  focus: string,
): void {
  const open = [...place.querySelectorAll('details')].map((details) => details.open);
  room.drawWorkForm(place, work, notes);
  for (const [at, details] of place.querySelectorAll('details').entries()) if (open[at]) details.open = true;
  place.querySelector<HTMLElement>(focus)?.focus();
}

/** What a button of the form makes of the work, and what has the focus then; null for other buttons. */
export function pressed(
  { range, removePart, addPart }: DOMStringMap,
  room: WorkRoom,
  work: WorkState,
): { readonly work: WorkState; readonly focus: string } | null {
  const add = '[data-add-part]';
  if (range !== undefined) return { work: room.withRange(work, range), focus: `[data-range="${range}"]` };
  if (removePart !== undefined) return { work: room.withoutPart(work, Number(removePart)), focus: add };
  return addPart === undefined ? null : { work: room.withPart(work), focus: add };
}
