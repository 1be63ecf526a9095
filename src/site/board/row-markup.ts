import { offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { modelName, sellerName } from '../ranking/offer-list.ts';
import { type BoardView, COLUMNS, type ColumnId } from './columns.ts';

/** A row of the table as text. */
export interface RowTexts {
  readonly id: string;
  readonly model: string;
  readonly seller: string;
  readonly cells: readonly string[];
  readonly isCheapest: boolean;
}

export function rowTexts(
  row: number,
  view: BoardView,
  columns: readonly ColumnId[],
  first: number | undefined,
): RowTexts {
  return {
    id: view.list.ids[row] ?? '',
    model: modelName(view.list, row),
    seller: sellerName(view.list, row),
    cells: columns.map((id) => COLUMNS[id].text(row, view)),
    isCheapest: row === first,
  };
}

/** A row, the `index`th of the table's, its head included. */
export function rowMarkup(
  { id, model, seller, cells, isCheapest }: RowTexts,
  columns: readonly ColumnId[],
  index: number,
): Markup {
  return markup(
    'tr',
    { 'aria-rowindex': String(index), ...(isCheapest ? { class: 'is-first' } : {}) },
    markup(
      'td',
      { class: 'tick', 'data-scripted': '' },
      markup('input', { type: 'checkbox', value: id, 'aria-label': tickLabel(model, seller) }),
    ),
    markup(
      'th',
      { scope: 'row', class: 'name' },
      markup('a', { href: offerHref(id) }, model),
      markup('span', { class: 'seller' }, seller),
    ),
    ...columns.map((column, at) => cellMarkup(column, cells[at] ?? '')),
  );
}

export function tickLabel(model: string, seller: string): string {
  return `Compare ${model} at ${seller}`;
}

function cellMarkup(column: ColumnId, text: string): Markup {
  if (!COLUMNS[column].numeric) return markup('td', { class: cellClass(column, text) }, text);
  const [whole, part] = cutFigure(text);
  return markup(
    'td',
    { class: cellClass(column, text) },
    markup('span', { class: 'figure' }, whole, markup('span', { class: 'fraction' }, part)),
  );
}

/** A figure cut before its point: `18.4275` as `18` and `.4275`. */
export function cutFigure(text: string): readonly [string, string] {
  const point = text.indexOf('.');
  return point < 0 ? [text, ''] : [text.slice(0, point), text.slice(point)];
}

/** Words where a figure would be stand back. */
export function cellClass(column: ColumnId, text: string): string {
  const kind = COLUMNS[column].numeric ? (/^\d/.test(text) ? 'num' : 'num quiet') : 'words';
  return `${kind} c-${column}${column === 'trust' ? ` is-${text}` : ''}`;
}
