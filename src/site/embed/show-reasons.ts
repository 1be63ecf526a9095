import { problemId } from '../calculator/form-markup.ts';

/** Marks the fields that something is wrong with, each with its reason below it. */
export function showReasons(root: ParentNode, reasons: Readonly<Record<string, string>>): void {
  for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
    const reason = reasons[control.name];
    const line = root.querySelector<HTMLElement>(`[id="${CSS.escape(problemId(control.name))}"]`);
    if (reason === undefined) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
    if (!line) continue;
    line.textContent = reason ?? '';
    line.hidden = reason === undefined;
  }
}
