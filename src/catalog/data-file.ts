import { LineCounter, parseDocument, type YAMLParseError, type YAMLWarning } from 'yaml';
import type { CatalogProblem } from './problem.ts';
import { yamlFaults } from './yaml-faults.ts';
import { nestingOf } from './yaml-nesting.ts';
import { type Places, placeOf, placesIn } from './yaml-places.ts';

/** A text of the catalog's data directory. */
export interface DataText {
  /** `offers/empiriolabs/mistral-small-3-1.yaml` */
  readonly path: string;
  readonly text: string;
}

/** A YAML file that has been parsed, and knows where each of its values stands. */
export interface DataFile extends Places {
  readonly file: string;
  readonly value: unknown;
}

/** Far more nesting than any data file has, and far less than a parser's stack. */
const MAX_DEPTH = 60;
const TOO_DEEP = `nested more than ${MAX_DEPTH} levels deep`;

/** The most characters, and bytes, of a YAML file: far more than any has, and few enough to parse at once. */
export const MAX_DATA_SIZE = 1_000_000;

/** Parses one YAML file. Problems of syntax, and keys given twice, are noted with their place. */
export function parseDataFile({ path, text }: DataText, problems: CatalogProblem[]): DataFile | null {
  const file = `data/${path}`;
  const lines = new LineCounter();
  const note = (offset: number, problem: Pick<CatalogProblem, 'code' | 'args'>, path = ''): void => {
    problems.push({ ...problem, file, path, ...placeOf(offset, lines) } as CatalogProblem);
  };
  if (text.length > MAX_DATA_SIZE) {
    const args = { size: text.length, most: MAX_DATA_SIZE };
    problems.push({ code: 'too_large', args, file, path: '', line: 0, column: 0 });
    return null;
  }
  if (nestingOf(text) > MAX_DEPTH) {
    problems.push({ code: 'yaml_syntax', args: { message: TOO_DEEP }, file, path: '', line: 1, column: 1 });
    return null;
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const faults = yamlFaults(document);
  for (const error of document.errors) {
    note(error.pos[0], { code: 'yaml_syntax', args: { message: plainMessage(error) } });
  }
  for (const { offset, problem, path } of faults) note(offset, problem, path);
  if (faults.length === 0) {
    for (const warning of document.warnings) {
      note(warning.pos[0], { code: 'yaml_syntax', args: { message: plainMessage(warning) } });
    }
  }
  if (document.errors.length + document.warnings.length + faults.length > 0) return null;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    note(0, { code: 'yaml_syntax', args: { message: error instanceof Error ? error.message : String(error) } });
    return null;
  }
  return { file, value, ...placesIn(document, lines) };
}

function plainMessage({ code, message }: YAMLParseError | YAMLWarning): string {
  // The parser's stack has ended: nesting by brackets that quotes or comments hide.
  if (code === 'RESOURCE_EXHAUSTION') return TOO_DEEP;
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here; a data file holds one';
  return message.replaceAll('\t', '\\t').split('\n')[0] ?? message;
}
