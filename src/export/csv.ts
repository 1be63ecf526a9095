import Papa from 'papaparse';

/** One cell: text as it is, or nothing. */
export type Cell = string | null | undefined;

/**
 * What a spreadsheet would take for a formula. A plain negative number is none: `-0.5` stays as it is, while
 * `=1+1`, `+1`, `@sum` and `-1+1` are set behind an apostrophe.
 */
const FORMULA = /^(?!-\d+(?:\.\d+)?$)[=+\-@\t\r\n]/;

/** Rows under a header as CSV (RFC 4180), every line ended by CR LF. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const filled = rows.map((row) => header.map((_, index) => row[index] ?? ''));
  return `${Papa.unparse([[...header], ...filled], { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}
