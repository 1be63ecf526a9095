import { sentence } from '../../../catalog/words/capital.ts';
import type { Workload } from '../../../workload/index.ts';
import { toDom } from '../../markup/to-dom.ts';
import { followed, isFollowing } from './follow-range.ts';
import { noteId, problemLineId } from './row-markup.ts';
import { workFormMarkup } from './work-form-markup.ts';
import { allRows, isAskable, partKinds } from './work-rows.ts';
import { type Ends, endsOf, partCount, rangeText, textsOf, type WorkState, type WorkTexts } from './work-texts.ts';

/** What is wrong with an input, in the words of who reads it, or what is still to be said. */
export interface FieldProblem {
  readonly text: string;
  readonly missing: boolean;
}

/** What a form knows of the preset that it began from. */
export interface PresetNotes {
  readonly name: string;
  readonly texts: WorkTexts;
  /** Why an input has its number, by its path. */
  readonly reasons: WorkTexts;
}

export function presetNotes(name: string, workload: Workload): PresetNotes {
  const parts = workload.kind === 'mix' ? workload.parts : [];
  const reasons = parts.flatMap(({ workload: part }, index) =>
    Object.entries(part.reasons ?? {}).map(([key, reason]) => [`parts/${index}/workload/${key}`, reason] as const),
  );
  return {
    name,
    texts: textsOf(workload),
    reasons: { ...workload.reasons, ...Object.fromEntries(reasons) },
  };
}

/** Draws the form of a state into a place. */
export function drawWorkForm(place: HTMLElement, state: WorkState, notes: PresetNotes | null): void {
  place.replaceChildren(toDom(workFormMarkup(state)));
  noteWorkForm(place, state, notes);
}

/** Brings a drawn form up to date with its state: what can be asked, and what is a preset's and why. */
export function noteWorkForm(place: HTMLElement, state: WorkState, notes: PresetNotes | null): void {
  const { texts } = state;
  for (const row of allRows(state)) {
    const element = place.querySelector<HTMLElement>(`[data-row="${row.path}"]`);
    const note = document.getElementById(noteId(row.path));
    if (!element || !note) continue;
    const text = (texts[row.path] ?? '').trim();
    element.hidden = !isAskable(row, texts);
    const isPreset = text !== '' && notes?.texts[row.path] === text;
    element.toggleAttribute('data-preset', isPreset);
    const reason = notes?.reasons[row.path];
    const absent = row.field.absent === undefined ? '' : `Left empty: ${row.field.absent}.`;
    const follows = !isPreset && isFollowing(state, row.path, notes?.texts ?? null);
    note.textContent = isPreset
      ? `${notes?.name}: ${sentence(reason ?? 'as the preset has it')}`
      : follows
        ? `Low and high follow in the proportion of ${notes?.name}; type others where you know them.`
        : text === ''
          ? absent
          : '';
    note.hidden = note.textContent === '';
  }
}

/** Shows beside each input what is wrong with it; gives what belongs to none of them. */
export function showWorkProblems(
  place: HTMLElement,
  problems: ReadonlyMap<string, readonly FieldProblem[]>,
): readonly FieldProblem[] {
  const shown = new Set<string>();
  for (const element of place.querySelectorAll<HTMLElement>('[data-row]')) {
    const path = element.dataset['row'] ?? '';
    const own = problems.get(path) ?? [];
    const line = document.getElementById(problemLineId(path));
    const isMissing = own.length > 0 && own.every(({ missing }) => missing);
    if (own.length > 0) shown.add(path);
    if (line) {
      line.textContent = own.map(({ text }) => sentence(text)).join(' ');
      line.hidden = own.length === 0;
      line.classList.toggle('is-asked', isMissing);
    }
    if (own.length > 0) {
      element.hidden = false;
      element.closest('details')?.setAttribute('open', '');
    }
    for (const control of element.querySelectorAll('input, select')) {
      if (own.length > 0 && !isMissing) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
  }
  return [...problems].flatMap(([path, own]) => (shown.has(path) ? [] : own));
}

/**
 * The state after something was typed into a control, by its name. The low and high of a preset's range follow its
 * expected value in proportion until the reader sets them.
 */
export function withTyped(state: WorkState, name: string, value: string, preset: WorkTexts | null): WorkState {
  const [, path = '', end = 'expected'] = /^w\.(.*?)(?:\/(low|high))?$/.exec(name) ?? [];
  const ends = endsOf(state.texts[path] ?? '');
  const text = ends ? rangeText({ ...ends, [end as keyof Ends]: value }) : value;
  const own = state.own ?? [];
  const follows = ends !== null && end === 'expected' && !own.includes(path);
  const moved = follows ? followed(state, path, value, preset) : null;
  const isOwn = end !== 'expected' && !own.includes(path);
  return { ...state, texts: { ...state.texts, [path]: moved ?? text }, ...(isOwn ? { own: [...own, path] } : {}) };
}

/** Writes the low and high of every range into its controls, where they followed what was typed. */
export function showEnds(place: HTMLElement, { texts }: WorkState): void {
  for (const end of ['low', 'high'] as const) {
    for (const input of place.querySelectorAll<HTMLInputElement>(`input[name$="/${end}"]`)) {
      const ends = endsOf(texts[input.name.slice('w.'.length, -end.length - 1)] ?? '');
      if (ends && input !== document.activeElement) input.value = ends[end];
    }
  }
}

/** The state with an input as a range that begins at its number, or as one number again. */
export function withRange(state: WorkState, path: string): WorkState {
  const text = state.texts[path] ?? '';
  const ends = endsOf(text);
  const turned = ends ? ends.expected : rangeText({ low: text, expected: text, high: text });
  return { ...state, texts: { ...state.texts, [path]: turned } };
}

/** The state of a mix with one part more. */
export function withPart(state: WorkState): WorkState {
  const index = partCount(state.texts);
  const part = { [`parts/${index}/share_percent`]: '', [`parts/${index}/workload/kind`]: 'chat' };
  return { ...state, texts: { ...state.texts, ...part } };
}

/** The state of a mix without a part; those behind it move up. */
export function withoutPart(state: WorkState, gone: number): WorkState {
  const kept = Object.entries(state.texts).flatMap(([path, text]): [string, string][] => {
    const [, index, rest] = /^parts\/(\d+)\/(.+)$/.exec(path) ?? [];
    if (index === undefined || rest === undefined) return [[path, text]];
    const at = Number(index);
    return at === gone ? [] : [[`parts/${at > gone ? at - 1 : at}/${rest}`, text]];
  });
  return { ...state, texts: Object.fromEntries(kept) };
}

/** Whether what was typed changes which inputs there are: the kind of a part. */
export function reshapes(name: string): boolean {
  return /^w\.parts\/\d+\/workload\/kind$/.test(name);
}

/** The offers that the work names beside the one that is asked about. */
export function namedIn(state: WorkState): string[] {
  const offers = allRows(state).filter(({ field }) => field.type === 'offer');
  const paths = [...offers.map(({ path }) => path), ...partKinds(state).map((_, index) => `parts/${index}/offer`)];
  return paths.map((path) => (state.texts[path] ?? '').trim()).filter((id) => id !== '');
}
