import { type Markup, markup } from '../markup/markup.ts';
import { COLUMNS, type ColumnId } from './columns.ts';

/** The head of the table. Columns are sorted by buttons where `scripted`. */
export function headMarkup(
  columns: readonly ColumnId[],
  currency: string,
  { sort, descending, scripted }: { readonly sort: ColumnId; readonly descending: boolean; readonly scripted: boolean },
): Markup {
  return markup(
    'tr',
    { 'aria-rowindex': '1' },
    markup('td', { class: 'tick', 'data-scripted': '' }),
    markup('th', { scope: 'col', class: 'name' }, 'Model and seller'),
    ...columns.map((id) => {
      const { label, unit, numeric, key } = COLUMNS[id];
      const words = unit(currency);
      const isSorted = sort === id;
      const head =
        scripted && key !== undefined
          ? markup('button', { type: 'button', 'data-sort': id }, label)
          : markup('span', {}, label);
      return markup(
        'th',
        {
          scope: 'col',
          class: `${numeric ? 'num' : 'words'} c-${id}`,
          ...(isSorted ? { 'aria-sort': descending ? 'descending' : 'ascending' } : {}),
        },
        head,
        ...(words === '' ? [] : [markup('span', { class: 'unit' }, words)]),
      );
    }),
  );
}
