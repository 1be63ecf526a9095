import { readNumber } from '../calculator/number-text.ts';
import { wordsOfList } from '../ranking/board.ts';
import { FACETS, type FacetId, facetValues, type OfferList } from '../ranking/offer-list.ts';
import { COLUMN_IDS, type ColumnId, columnTitle } from './columns.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export-formats.ts';
import { chosenIn, fillMenu, markMenu } from './facet-menu.ts';
import { showDescribed } from './show-described.ts';
import { type BoardState, LIMITS } from './state.ts';
import { PRESETS, WORK_FIELDS, type WorkTexts } from './work-fields.ts';
import { putText, sayReason, showPreset } from './work-form.ts';

/** What the controls ask for. */
export interface Asked {
  readonly change: (change: Partial<BoardState>) => void;
  readonly tick: (id: string, on: boolean) => void;
  readonly export: (format: ExportFormat) => void;
}

export interface Controls {
  /** Shows a state in the fields and menus. */
  readonly set: (state: BoardState) => void;
  /** Says what is wrong beside the field that is to blame. */
  readonly reasons: (reasons: WorkTexts) => void;
}

/** Puts the fields, menus and ticks of the table to work. */
export function boardControls(root: HTMLElement, list: OfferList, asked: Asked): Controls {
  let state: BoardState | null = null;
  let told: WorkTexts = {};
  const field = (name: string): HTMLInputElement | null => root.querySelector(`input[name="${name}"]`);
  const change = (next: Partial<BoardState>): void => {
    if (!state) return;
    state = { ...state, ...next };
    asked.change(next);
    if (next.filter) nameMenus(root, state);
    if (next.described !== undefined) showDescribed(root, state.described);
  };
  const filter = (next: Partial<BoardState['filter']>): void => {
    if (state) change({ filter: { ...state.filter, ...next } });
  };

  root.addEventListener('input', ({ target }) => {
    if (!state || !(target instanceof HTMLInputElement)) return;
    const { name, value } = target;
    if (WORK_FIELDS.some((one) => one.name === name)) {
      change({ work: { ...state.work, [name]: value } });
      showPreset(root, state.work);
    } else if (name === 'find') filter({ find: value });
    else if (LIMITS.some((limit) => limit === name)) {
      const read = value.trim() === '' ? { value: '' } : readNumber(value, name === 'in_price' ? 'decimal' : 'whole');
      sayReason(root, name, 'reason' in read ? `Expected ${read.reason}.` : undefined);
      if ('value' in read) filter({ [name]: read.value });
    }
  });
  root.addEventListener('focusin', ({ target }) => {
    // Gathered before the first letter, which would wait for it.
    if (target instanceof HTMLInputElement && target.name === 'find') setTimeout(() => wordsOfList(list));
  });
  root.addEventListener('change', ({ target }) => {
    if (!state) return;
    if (target instanceof HTMLSelectElement && target.name === 'preset') {
      const described = target.selectedOptions[0]?.dataset['work'];
      const found = PRESETS.find(({ id }) => id === target.value);
      for (const [name, value] of Object.entries(found?.work ?? {})) putText(field(name), value);
      if (described !== undefined) change({ described });
      else if (found) change({ work: found.work, described: null });
      return;
    }
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
    const menu = target.closest<HTMLElement>('[data-menu]');
    if (target.closest('[data-part="rows"]')) {
      const { picked } = state;
      state = {
        ...state,
        picked: target.checked ? [...picked, target.value] : picked.filter((id) => id !== target.value),
      };
      asked.tick(target.value, target.checked);
    } else if (menu?.dataset['menu'] === 'columns') {
      const chosen = chosenIn(menu);
      change({ columns: COLUMN_IDS.filter((id) => chosen.includes(id)) });
    } else if (menu) filter({ facets: { ...state.filter.facets, [menu.dataset['menu'] as FacetId]: chosenIn(menu) } });
  });
  root.addEventListener('submit', (event) => event.preventDefault());
  for (const format of EXPORT_FORMATS) {
    root.querySelector(`[data-export="${format}"]`)?.addEventListener('click', () => asked.export(format));
  }
  root.querySelector('[data-part="plain"]')?.addEventListener('click', () => {
    if (!state) return;
    change({ described: null });
    showPreset(root, state.work);
    field('requests')?.focus();
  });
  root.querySelector('[data-part="reset"]')?.addEventListener('click', () => location.assign(location.pathname));
  for (const menu of root.querySelectorAll<HTMLElement>('[data-menu]')) {
    menu.closest('details')?.addEventListener('toggle', () => {
      if (menu.childElementCount === 0 && state) fill(menu, state);
    });
  }
  closeMenus(root);
  root.ownerDocument.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field('find')?.focus();
  });

  function fill(menu: HTMLElement, { columns, filter: { facets } }: BoardState): void {
    const id = menu.dataset['menu'] ?? '';
    if (id === 'columns') {
      const values = COLUMN_IDS.map((value) => ({ value, name: columnTitle(value, list.index.currency) }));
      fillMenu(menu, id, values, columns satisfies readonly ColumnId[]);
    } else fillMenu(menu, id, facetValues(list, id as FacetId), facets[id as FacetId]);
  }

  return {
    set: (next) => {
      state = next;
      for (const { name } of WORK_FIELDS) putText(field(name), next.work[name] ?? '');
      putText(field('find'), next.filter.find);
      for (const limit of LIMITS) putText(field(limit), next.filter[limit]);
      for (const menu of root.querySelectorAll<HTMLElement>('[data-menu]')) {
        const id = menu.dataset['menu'] ?? '';
        markMenu(menu, id === 'columns' ? next.columns : next.filter.facets[id as FacetId]);
      }
      nameMenus(root, next);
      showPreset(root, next.work);
      showDescribed(root, next.described);
    },
    reasons: (reasons) => {
      for (const { name } of WORK_FIELDS) if (reasons[name] !== told[name]) sayReason(root, name, reasons[name]);
      told = reasons;
    },
  };
}

/** Writes beside each menu's name how many of its values are chosen. */
function nameMenus(root: HTMLElement, { filter: { facets } }: BoardState): void {
  for (const facet of FACETS) {
    const count = root.querySelector<HTMLElement>(`[data-count="${facet}"]`);
    const text = facets[facet].length > 0 ? ` ${facets[facet].length}` : '';
    if (count && count.textContent !== text) count.textContent = text;
  }
}

/** Closes an open menu by Escape, and when something outside it is pressed. */
function closeMenus(root: HTMLElement): void {
  const close = (except: Node | null): void => {
    for (const menu of root.querySelectorAll<HTMLDetailsElement>('details.menu[open]'))
      if (!menu.contains(except)) menu.open = false;
  };
  root.ownerDocument.addEventListener('pointerdown', ({ target }) => close(target instanceof Node ? target : null));
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const menu = (event.target as HTMLElement).closest<HTMLDetailsElement>('details.menu[open]');
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
