import { inline, table } from '../../export/markdown.ts';
import type { BoardView, ColumnId } from './columns.ts';
import { COLUMNS, columnTitle } from './columns.ts';
import type { ExportFormat } from './export-formats.ts';
import { rowTexts } from './row-markup.ts';

/** The table as it is on the screen: its columns, its rows in their order, its texts; the units in the header. */
export function exportBoard(
  format: ExportFormat,
  rows: readonly number[],
  columns: readonly ColumnId[],
  view: BoardView,
): string {
  const { currency } = view.list.index;
  const head = ['Model', 'Seller', ...columns.map((id) => columnTitle(id, currency)), 'Offer'];
  const cells = rows.map((row) => {
    const { id, model, seller, cells: shown } = rowTexts(row, view, columns, rows[0]);
    return [model, seller, ...shown, id];
  });
  switch (format) {
    case 'csv':
      return [head, ...cells].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
    case 'md': {
      const figures = columns.flatMap((id, at) => (COLUMNS[id].numeric ? [at + 2] : []));
      return `${table(
        head.map(inline),
        cells.map((row) => row.map(inline)),
        figures,
      )}\n`;
    }
    case 'json':
      return `${JSON.stringify(
        cells.map((row) => Object.fromEntries(row.map((text, at) => [head[at] ?? '', text]))),
        null,
        2,
      )}\n`;
  }
}

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
