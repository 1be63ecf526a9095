import { offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { rowName, sellerName } from '../ranking/offer-list.ts';
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
    model: rowName(view.list, row),
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
  return markup('td', { class: cellClass(column, text) }, text);
}

/**
 * Words where a figure would be stand back. Figures stand under one another at the point: `p2` leaves room for two
 * digits more than the text has after it.
 */
export function cellClass(column: ColumnId, text: string): string {
  const { numeric, places } = COLUMNS[column];
  if (!numeric) return `words c-${column}${column === 'trust' ? ` trust is-${text}` : ''}`;
  const first = text.charCodeAt(0);
  if (first < 48 || first > 57) return `num quiet c-${column}`;
  const point = text.indexOf('.');
  const room = point < 0 ? places : places - (text.length - point - 1);
  return `num c-${column}${room > 0 ? ` p${room}` : ''}`;
}
