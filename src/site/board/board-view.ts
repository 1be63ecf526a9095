import { groupDigits } from '../../catalog/words/group-digits.ts';
import { type Board, reasonsOf, type Shown } from '../ranking/board.ts';
import { rowName, sellerName } from '../ranking/offer-list.ts';
import { rowsByKey } from '../ranking/order.ts';
import { knownRows, type RankedRows } from '../ranking/ranked-rows.ts';
import { totalText } from '../ranking/totals.ts';
import { type BoardView, COLUMNS, type ColumnId } from './columns.ts';
import type { UnpricedText } from './unpriced-markup.ts';

/** A board with the total that its shown rows are held against: the cheapest of them. */
export function viewOf(board: Board, { ranked }: Shown): BoardView {
  const first = ranked.at(0);
  let least: string | null | undefined;
  const leastPaid = (): string | null => {
    if (least === undefined) {
      const row = ranked.firstPaid();
      least = row === undefined ? null : totalText(board.totals, row);
    }
    return least;
  };
  return { ...board, cheapest: first === undefined ? null : totalText(board.totals, first), leastPaid };
}

/** The shown rows in the order of a column. */
export function sortedRows({ ranked }: Shown, view: BoardView, sort: ColumnId, descending: boolean): RankedRows {
  const { key } = COLUMNS[sort];
  if (key === undefined || (key === 'total' && !descending)) return ranked;
  const rows = ranked.all();
  return knownRows(key === 'total' ? rows.toReversed() : rowsByKey(rows, (row) => key(row, view), descending));
}

/** The rows without a total, by name; a title is put together when it is read, as most are shut away. */
export function unpricedTexts(board: Board, { unpricedRows }: Shown): UnpricedText[] {
  const { list } = board;
  return unpricedRows().map((row) => ({
    id: list.ids[row] ?? '',
    get title() {
      return `${rowName(list, row)} at ${sellerName(list, row)}`;
    },
    reason: reasonsOf(board, row).join('; '),
  }));
}

/** How many offers there are, of what, and how many are shown. */
export function statusWords({ list }: Board, { ranked, unpriced, waiting }: Shown, asOf: string): string {
  const count = (number: number, one: string): string =>
    `${groupDigits(String(number))} ${one}${number === 1 ? '' : 's'}`;
  const all = list.prepared.rows;
  const fitting = ranked.count + unpriced + waiting;
  const models = new Set(list.index.offers.model).size;
  const whole = `${count(all, 'offer')} of ${count(models, 'model')} by ${count(list.index.providers.length, 'provider')}`;
  return [
    fitting === all ? whole : `${groupDigits(String(fitting))} of ${count(all, 'offer')} fit`,
    `prices as of ${asOf}, fees for buying credit included`,
    ...(waiting > 0 ? [`${groupDigits(String(waiting))} still being priced`] : []),
    ...(unpriced > 0 ? [`${groupDigits(String(unpriced))} cannot be priced for this`] : []),
  ].join(' · ');
}
