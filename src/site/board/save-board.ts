import type { BoardView, ColumnId } from './columns.ts';
import type { ExportFormat } from './export-formats.ts';

/** Hands the reader a file of the table as it is on the screen. */
export async function saveBoard(
  format: ExportFormat,
  rows: readonly number[],
  columns: readonly ColumnId[],
  view: BoardView,
): Promise<void> {
  const { exportBoard } = await import('./export.ts');
  const text = exportBoard(format, rows, columns, view);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = `ratecard.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
