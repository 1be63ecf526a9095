import { type Markup, markup } from '../../markup/markup.ts';
import { columnPlaces, figure } from '../../tables/figure.ts';

/** A column of a table of results: its words, and how its cells are set. */
export interface ResultColumn {
  readonly head: string;
  readonly set: 'text' | 'wrap' | 'number' | 'figure' | 'bar';
}

/** A cell: text, or a piece of a page. */
export type ResultCell = string | Markup;

/** A table that scrolls inside itself where it is too wide, under a heading that names it. */
export function resultTable(
  id: string,
  title: string,
  note: string | null,
  columns: readonly ResultColumn[],
  rows: readonly (readonly ResultCell[])[],
): Markup {
  const places = columns.map(({ set }, at) =>
    set === 'figure' ? columnPlaces(rows.flatMap((row) => (typeof row[at] === 'string' ? [row[at]] : []))) : 0,
  );
  const cell = (content: ResultCell, at: number): Markup => {
    const set = columns[at]?.set ?? 'text';
    const inside = set === 'figure' && typeof content === 'string' ? figureMarkup(content, places[at] ?? 0) : content;
    return at === 0
      ? markup('th', { scope: 'row', class: CLASSES[set] }, inside)
      : markup('td', { class: CLASSES[set] }, inside);
  };
  return markup(
    'div',
    { class: 'result' },
    markup('h2', { id }, title),
    ...(note === null ? [] : [markup('p', { class: 'quiet' }, note)]),
    markup(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': id },
      markup(
        'table',
        { class: 'results' },
        markup(
          'thead',
          {},
          markup(
            'tr',
            {},
            ...columns.map(({ head, set }) => markup('th', { scope: 'col', class: CLASSES[set] }, head)),
          ),
        ),
        markup('tbody', {}, ...rows.map((row) => markup('tr', {}, ...row.map(cell)))),
      ),
    ),
  );
}

const CLASSES: Record<ResultColumn['set'], string> = {
  text: '',
  wrap: 'wrap',
  number: 'num',
  figure: 'num',
  bar: 'bar-cell',
};

function figureMarkup(text: string, places: number): Markup {
  const { whole, fraction } = figure(text, places);
  return markup(
    'span',
    { class: 'figure', 'data-places': String(places) },
    whole,
    markup('span', { class: 'fraction' }, fraction),
  );
}
