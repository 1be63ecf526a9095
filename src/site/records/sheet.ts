import { type Markup, markup } from '../markup/markup.ts';

/** A column of a table: its head, and whether it holds numbers. */
export interface SheetColumn {
  readonly head: string;
  readonly kind: 'text' | 'number' | 'wrap';
}

/** A table that scrolls by itself where it is wider than the page. The first cell of a row heads it. */
export function sheet(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup {
  const look = (index: number): Record<string, string> => {
    const kind = columns[index]?.kind;
    if (kind === 'number') return { class: 'num figure' };
    return kind === 'wrap' ? { class: 'wrap' } : {};
  };
  const head = columns.map((column, index) => markup('th', { scope: 'col', ...look(index) }, column.head));
  const body = rows.map((cells) =>
    markup(
      'tr',
      {},
      ...cells.map((cell, index) =>
        index === 0 ? markup('th', { scope: 'row', ...look(0) }, cell) : markup('td', look(index), cell),
      ),
    ),
  );
  return markup(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': name, tabindex: '0' },
    markup(
      'table',
      { class: 'records-sheet' },
      markup('caption', { class: 'unseen' }, name),
      markup('thead', {}, markup('tr', {}, ...head)),
      markup('tbody', {}, ...body),
    ),
  );
}
