import { parseRecord } from '../usage-records/index.ts';
import { jsonErrorText } from './json-error.ts';
import type { ValueSink } from './value-sink.ts';

/** Lines of an event stream that hold no data, and empty ones. */
const NOT_DATA = /^(event|id|retry)?:|^data:\s*\[DONE\]|^$/;

/** Reads the value of one line of a text, from `from` up to `end`. */
export function readLine(text: string, from: number, end: number, line: number, sink: ValueSink): void {
  let one = text.slice(from, end);
  if (one.charCodeAt(0) !== 0x7b) {
    one = one.trim();
    if (NOT_DATA.test(one)) return;
    if (one.startsWith('data:')) one = one.slice(5);
  }
  try {
    sink.value(parseRecord(one), line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    badJson(error, line, sink);
  }
}

/** Reads what a text ends with and no line break follows: a line, or a whole document. It may have been cut. */
export function readLast(text: string, line: number, sink: ValueSink): void {
  const one = text.trim();
  if (NOT_DATA.test(one)) return;
  try {
    sink.value(parseRecord(one.replace(/^data:/, '')), line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const isCut = /end of JSON input|Unterminated/i.test(error.message);
    if (isCut) sink.problem({ code: 'cut_json', args: {} }, line);
    else badJson(error, line, sink);
  }
}

/** Notes what is wrong with a line; the place within it is by its characters, as the file counts the lines. */
function badJson(error: SyntaxError, line: number, sink: ValueSink): void {
  const message = jsonErrorText(error).replace(/ \(line 1 column \d+\)/, '');
  sink.problem({ code: 'bad_json', args: { message } }, line);
}
