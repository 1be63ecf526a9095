import { COLUMNS, type ColumnId } from '../board/columns.ts';
import { cellClass } from '../board/row-markup.ts';
import { offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { reasonsOf } from '../ranking/board.ts';
import type { CostScale } from './cost-scale.ts';
import type { PricedModel } from './priced-model.ts';
import { costOf } from './range-picture.ts';

/** Columns that are shown of every model, and those that are where some seller has something in them. */
const ALWAYS: readonly ColumnId[] = ['in', 'cached', 'out'];
const SOMETIMES: readonly ColumnId[] = ['search', 'message'];
const LAST: readonly ColumnId[] = ['context', 'max_output', 'trust', 'checked'];

/** A model's sellers, the cheapest first, each with a bar on the scale of the picture. */
export function sellerTable(model: PricedModel, scale: CostScale | null, caption: string): Markup {
  const { ranked, view, board } = model;
  const { currency } = board.list.index;
  const some = SOMETIMES.filter((id) => ranked.some((row) => /^\d/.test(COLUMNS[id].text(row, view))));
  const columns = [...ALWAYS, ...some, ...LAST];
  const head = (id: ColumnId): Markup => {
    const { label, unit, numeric } = COLUMNS[id];
    const words = unit(currency);
    return markup(
      'th',
      { scope: 'col', class: `${numeric ? 'num' : 'words'} c-${id}` },
      markup('span', {}, label),
      ...(words === '' ? [] : [markup('span', { class: 'unit' }, words)]),
    );
  };
  return markup(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' },
    markup(
      'table',
      { class: 'offers ranked sellers' },
      markup('caption', { class: 'unseen' }, caption),
      markup(
        'thead',
        {},
        markup(
          'tr',
          {},
          markup('th', { scope: 'col', class: 'name' }, markup('span', {}, 'Seller')),
          ...(['total', 'ratio'] as const).map(head),
          ...(scale ? [markup('td', { class: 'bar-cell' })] : []),
          ...columns.map(head),
        ),
      ),
      markup('tbody', {}, ...ranked.map((row) => sellerRow(model, row, columns, scale))),
    ),
  );
}

function sellerRow(model: PricedModel, row: number, columns: readonly ColumnId[], scale: CostScale | null): Markup {
  const { view, board, sellers, cheapest } = model;
  const { name, slug } = sellers.get(row) ?? { name: '', slug: null };
  const id = board.list.ids[row] ?? '';
  const isFirst = cheapest.includes(row);
  const cell = (column: ColumnId): Markup => {
    const text = COLUMNS[column].text(row, view);
    return markup('td', { class: cellClass(column, text) }, text);
  };
  return markup(
    'tr',
    isFirst ? { class: 'is-first' } : {},
    markup(
      'th',
      { scope: 'row', class: 'name' },
      markup('a', { href: offerHref(id) }, name),
      ...(slug === null ? [] : [markup('span', { class: 'seller' }, slug)]),
    ),
    cell('total'),
    cell('ratio'),
    ...(scale ? [markup('td', { class: 'bar-cell' }, bar(model, row, scale))] : []),
    ...columns.map(cell),
  );
}

/** From nothing to the total; a thin line goes on to what it would be if nothing were read from a cache. */
function bar({ board, uncached }: PricedModel, row: number, scale: CostScale): Markup {
  const place = (percent: number): string => `${Math.max(0, percent).toFixed(1)}%`;
  const total = scale.at(costOf(board.totals, row));
  const without = scale.at(costOf(uncached.totals, row));
  return markup(
    'svg',
    { class: 'bar', 'aria-hidden': 'true' },
    ...(without > total ? [markup('line', { x1: place(total), x2: place(without), y1: '50%', y2: '50%' })] : []),
    markup('rect', { width: place(total), height: '100%' }),
  );
}

/** Sellers without a total for the work, each with the reason. */
export function unpricedSellers({ board, unpriced, sellers }: PricedModel): Markup {
  return markup(
    'div',
    { class: 'unpriced' },
    markup('p', {}, 'Not priced for this work, and so not ranked:'),
    markup(
      'ul',
      {},
      ...unpriced.map((row) => {
        const { name, slug } = sellers.get(row) ?? { name: '', slug: null };
        const link = markup('a', { href: offerHref(board.list.ids[row] ?? '') }, name);
        return markup('li', {}, link, `${slug === null ? '' : ` (${slug})`}: ${reasonsOf(board, row).join('; ')}.`);
      }),
    ),
  );
}
