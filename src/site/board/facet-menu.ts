import { byName } from '../../catalog/words/by-name.ts';
import { markup } from '../markup/markup.ts';
import { toDom } from '../markup/to-dom.ts';
import type { FacetValue } from '../ranking/offer-list.ts';

/** A longer list is one of names. */
const LONG = 20;

/** Fills a menu with a box for each value; long lists get a field that narrows them. */
export function fillMenu(
  menu: HTMLElement,
  name: string,
  values: readonly FacetValue[],
  chosen: readonly string[],
): void {
  const isLong = values.length > LONG;
  const boxes = (isLong ? [...values].sort(byName) : values).map(({ value, name: label }) =>
    toDom(
      markup(
        'label',
        { class: 'choice' },
        markup('input', { type: 'checkbox', name, value, ...(chosen.includes(value) ? { checked: '' } : {}) }),
        label,
      ),
    ),
  );
  const list = document.createElement('div');
  list.className = 'choices';
  list.append(...boxes);
  menu.replaceChildren(...(isLong ? [narrowing(boxes)] : []), list);
}

function narrowing(boxes: readonly HTMLElement[]): HTMLElement {
  const field = document.createElement('input');
  field.type = 'search';
  field.setAttribute('aria-label', 'Narrow this list');
  field.placeholder = 'Narrow this list';
  field.addEventListener('input', (event) => {
    event.stopPropagation();
    const wanted = field.value.trim().toLowerCase();
    for (const box of boxes) box.hidden = !(box.textContent ?? '').toLowerCase().includes(wanted);
  });
  return field;
}

/** Ticks the boxes of a menu that has been filled as they are chosen. */
export function markMenu(menu: HTMLElement, chosen: readonly string[]): void {
  for (const box of menu.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
    box.checked = chosen.includes(box.value);
}

/** The values that are ticked in a menu. */
export function chosenIn(menu: HTMLElement): string[] {
  return [...menu.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:checked')].map(({ value }) => value);
}
