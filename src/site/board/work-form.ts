import { PRESETS, WORK_FIELDS, type WorkTexts } from './work-fields.ts';

/** The line of number fields in which a reader states the work. */
export interface WorkForm {
  readonly set: (work: WorkTexts) => void;
  /** What stands in the fields now. */
  readonly texts: () => WorkTexts;
  /** Says what is wrong beside the field that is to blame. */
  readonly reasons: (reasons: WorkTexts) => void;
}

/** Puts the fields and the presets of a page to work; `change` is given every text that a reader changed. */
export function workForm(root: HTMLElement, change: (texts: WorkTexts) => void): WorkForm {
  const field = (name: string): HTMLInputElement | null => root.querySelector(`input[name="${name}"]`);
  const texts = (): WorkTexts => Object.fromEntries(WORK_FIELDS.map(({ name }) => [name, field(name)?.value ?? '']));
  root.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !WORK_FIELDS.some(({ name }) => name === target.name)) return;
    change({ [target.name]: target.value });
    showPreset(root, texts());
  });
  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement) || target.name !== 'preset') return;
    const found = PRESETS.find(({ id }) => id === target.value);
    if (!found) return;
    for (const [name, value] of Object.entries(found.work)) putText(field(name), value);
    change(found.work);
  });
  root.addEventListener('submit', (event) => event.preventDefault());
  return {
    set: (work) => {
      for (const { name } of WORK_FIELDS) putText(field(name), work[name] ?? '');
      showPreset(root, work);
    },
    texts,
    reasons: (reasons) => {
      for (const { name } of WORK_FIELDS) sayReason(root, name, reasons[name]);
    },
  };
}

export function putText(field: HTMLInputElement | null, value: string): void {
  if (field && field.value !== value) field.value = value;
}

/** Says what is wrong with a field on the line below it; nothing where `reason` is undefined. */
export function sayReason(root: HTMLElement, name: string, reason: string | undefined): void {
  const field = root.querySelector(`input[name="${name}"]`);
  const line = root.querySelector<HTMLElement>(`[id="problem-${name}"]`);
  if (reason === undefined) field?.removeAttribute('aria-invalid');
  else field?.setAttribute('aria-invalid', 'true');
  if (!line || (line.hidden && reason === undefined)) return;
  line.textContent = reason ?? '';
  line.hidden = reason === undefined;
}

/** Shows the preset that the work is, if it is one. */
export function showPreset(root: HTMLElement, work: WorkTexts): void {
  const select = root.querySelector<HTMLSelectElement>('select[name="preset"]');
  const found = PRESETS.find((one) => WORK_FIELDS.every(({ name }) => (work[name]?.trim() || '0') === one.work[name]));
  if (select && select.value !== (found?.id ?? '')) select.value = found?.id ?? '';
}
