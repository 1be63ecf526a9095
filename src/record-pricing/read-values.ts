import { csvRows } from './csv-rows.ts';
import { readLast, readLine } from './read-line.ts';
import { type TextKind, textKind } from './text-kind.ts';
import type { ValueSink } from './value-sink.ts';

/** The longest line, and the largest document that is not one record a line: 64 million characters. */
export const MOST_CHARACTERS = 64_000_000;

/**
 * Reads the values of a text that comes in pieces: JSON lines (also as `data:` lines of an event stream), one JSON
 * document of many lines, or CSV with a header. Which it is shows from the first line, unless it is known, as within
 * a file of lines. Holds no more than one line, or one document, at a time. Gives how many line breaks it passed.
 */
export async function readValues(
  pieces: AsyncIterable<string>,
  sink: ValueSink,
  known: 'lines' | null = null,
): Promise<number> {
  let kind: TextKind | null = known;
  let rest = '';
  let line = 0;
  let tooLong = 0;
  let isAnything = known !== null;
  let csv: ReturnType<typeof csvRows> | null = null;

  for await (const piece of pieces) {
    const isWithinLine = isAnything && !csv && kind !== 'document' && !piece.includes('\n');
    let text: string = rest === '' ? piece : rest + piece;
    rest = '';
    if (isWithinLine && text.length <= MOST_CHARACTERS) {
      if (tooLong !== line + 1) rest = text;
      continue;
    }
    if (!isAnything) {
      const begun = text.replace(/^\uFEFF/, '');
      text = begun.trimStart();
      line += begun.slice(0, begun.length - text.length).split('\n').length - 1;
      if (text === '') continue;
      isAnything = true;
    }
    if (csv) {
      csv.add(text);
      continue;
    }
    if (kind === 'document' && tooLong === 0) {
      rest = text;
      if (rest.length > MOST_CHARACTERS) {
        sink.problem({ code: 'line_too_long', args: { most: '64 million characters' } }, 1);
        tooLong = 1;
        rest = '';
      }
      continue;
    }
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (kind === null) {
        kind = textKind(text.slice(0, end));
        if (kind !== 'lines') break;
      }
      line += 1;
      if (tooLong === line) tooLong = 0;
      else readLine(text, from, end, line, sink);
      from = end + 1;
    }
    if (kind === 'csv') {
      csv = csvRows(sink);
      csv.add(text);
      continue;
    }
    rest = from === 0 ? text : text.slice(from);
    if (tooLong === line + 1) rest = '';
    else if (rest.length > MOST_CHARACTERS) {
      sink.problem({ code: 'line_too_long', args: { most: '64 million characters' } }, line + 1);
      tooLong = line + 1;
      rest = '';
    }
  }
  if (!isAnything) sink.problem({ code: 'empty', args: {} }, 0);
  csv?.end();
  if (csv || rest.trim() === '') return line;
  if (kind === null && textKind(rest) === 'csv') {
    const only = csvRows(sink);
    only.add(rest);
    only.end();
    return line;
  }
  readLast(rest, kind === 'document' ? 1 : line + 1, sink);
  return line;
}
