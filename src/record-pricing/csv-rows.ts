import Papa from 'papaparse';
import type { ValueSink } from './value-sink.ts';

/**
 * Reads CSV that comes in pieces: rows as objects of text under the names of their columns, empty cells left out.
 * Lines are counted by rows, the header being line 1.
 */
export function csvRows(sink: ValueSink): { readonly add: (text: string) => void; readonly end: () => void } {
  let parser: Papa.Parser | null = null;
  let header: readonly string[] | null = null;
  let line = 0;
  let rest = '';

  const parse = (isLast: boolean): void => {
    parser ??= new Papa.Parser({ delimiter: delimiterOf(rest) });
    const { data, errors, meta } = parser.parse(rest, 0, !isLast) as Papa.ParseResult<string[]>;
    rest = isLast ? '' : rest.slice(meta.cursor);
    const broken = new Map(errors.map(({ row, message }) => [row ?? -1, message]));
    for (const [index, read] of data.entries()) {
      const cells = withoutReturn(read);
      line += 1;
      const message = broken.get(index);
      if (cells.length === 1 && cells[0]?.trim() === '') continue;
      if (!header) header = namesOf(cells);
      else if (message !== undefined) sink.problem({ code: 'bad_row', args: { message } }, line);
      else if (cells.length !== header.length) {
        const found = `${cells.length} cells under a header of ${header.length}`;
        sink.problem({ code: 'bad_row', args: { message: found } }, line);
      } else sink.value(rowOf(header, cells), line);
    }
  };
  /** The names of the columns; '' for those that share a name, which rows are read without. */
  const namesOf = (cells: readonly string[]): string[] => {
    const names = cells.map((name) => name.trim());
    const shared = new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index));
    for (const name of shared) sink.problem({ code: 'shared_column', args: { name } }, line);
    return names.map((name) => (shared.has(name) ? '' : name));
  };
  return {
    add: (text) => {
      rest += text;
      if (rest.includes('\n')) parse(false);
    },
    end: () => parse(true),
  };
}

/** A row without the carriage return of a line that ends with both; the parser ends lines at the line feed. */
function withoutReturn(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1) ?? '';
  return last.endsWith('\r') ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
}

function rowOf(header: readonly string[], cells: readonly string[]): object {
  const row: Record<string, string> = {};
  for (const [index, name] of header.entries()) {
    const cell = cells[index] ?? '';
    if (name !== '' && cell !== '') row[name] = cell;
  }
  return row;
}

function delimiterOf(text: string): string {
  return Papa.parse(text.slice(0, text.indexOf('\n') + 1 || undefined), { preview: 1 }).meta.delimiter;
}
