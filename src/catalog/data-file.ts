import {
  isMap,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import type { CatalogProblem } from './problem.ts';
import { yamlFaults } from './yaml-faults.ts';

/** A text of the catalog's data directory. */
export interface DataText {
  /** `offers/empiriolabs/mistral-small-3-1.yaml` */
  readonly path: string;
  readonly text: string;
}

export type Path = readonly PropertyKey[];

/** A YAML file that has been parsed, and knows where each of its values stands. */
export interface DataFile {
  readonly file: string;
  readonly value: unknown;
  /** The line and column, from 1, of the value at a path; of the nearest value around it where there is none. */
  readonly locate: (path: Path) => Place;
  /** The place of a key. */
  readonly locateKey: (path: Path, key: string) => Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
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
    const { line, col } = lines.linePos(offset);
    problems.push({ ...problem, file, path, line: Math.max(1, line), column: Math.max(1, col) } as CatalogProblem);
  };
  if (text.length > MAX_DATA_SIZE) {
    const args = { size: text.length, most: MAX_DATA_SIZE };
    problems.push({ code: 'too_large', args, file, path: '', line: 0, column: 0 });
    return null;
  }
  if (nesting(text) > MAX_DEPTH) {
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
  const placeOf = (node: ParsedNode | null | undefined): Place => {
    const { line, col } = lines.linePos(node?.range[0] ?? 0);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const nodeAt = (at: Path): ParsedNode | null => {
    for (let length = at.length; length >= 0; length -= 1) {
      const node = document.getIn(at.slice(0, length), true) as ParsedNode | undefined;
      if (node?.range) return node;
    }
    return null;
  };
  const keys = new WeakMap<object, ReadonlyMap<string, ParsedNode>>();
  const keysOf = (map: YAMLMap.Parsed): ReadonlyMap<string, ParsedNode> => {
    let known = keys.get(map);
    if (!known) {
      known = new Map(map.items.map(({ key }) => [String((key as Scalar.Parsed).value), key]));
      keys.set(map, known);
    }
    return known;
  };
  return {
    file,
    value,
    locate: (at) => placeOf(nodeAt(at)),
    locateKey: (at, key) => {
      const parent = nodeAt(at);
      return placeOf((isMap(parent) ? keysOf(parent).get(key) : undefined) ?? parent);
    },
  };
}

/** The deepest nesting of brackets, indentation or `- ` and `? `, read off the text before any parser descends into it. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of text) {
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
  }
  for (const line of text.split('\n')) {
    const inner = line.trimStart();
    const marks = [...inner.matchAll(/[-?:]\s+/gy)].length;
    deepest = Math.max(deepest, Math.floor((line.length - inner.length) / 2), marks);
  }
  return deepest;
}

function plainMessage({ code, message }: YAMLParseError | YAMLWarning): string {
  // The parser's stack has ended: nesting by brackets that quotes or comments hide.
  if (code === 'RESOURCE_EXHAUSTION') return TOO_DEEP;
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here; a data file holds one';
  return message.replaceAll('\t', '\\t').split('\n')[0] ?? message;
}
